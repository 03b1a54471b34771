import { helpSought, phrases, sought, type StarterSearchWords } from './phrase-text.ts'

/** Sexual content, false nudes and betting. */
export const adultSearchWords: StarterSearchWords = {
  pornography: {
    phrases: sought(`
      porn; porno; pornography videos; pornhub; pornhub com; porn hub; xvideos; x videos; xnxx; xhamster
      redtube; youporn; spankbang; brazzers; chaturbate; stripchat; bongacams; onlyfans; onlyfans leaks
      onlyfans leaked; fansly; nhentai; hentai; rule34; rule 34; xxx; xxx videos; sex video; sex videos
      sex tape; sex movies; sex films; sex scenes; sex cams; live sex; cam sex; cam girls; camgirls; free sex
      hot sex; anal sex videos; oral sex videos; people having sex; watch people have sex; girls having sex
      naked girls; naked women; naked ladies; naked men; naked people; naked boobs; nude girls; nude women
      nude men; nude models; nude pics; nude videos; celebrity nudes; celeb nudes; big boobs; big tits; tits
      pussy; pussy pics; big cock; cock pics; dick pics; blowjob; blow job video; handjob; gangbang
      threesome video; milf; milfs; bdsm videos; orgy video; creampie porn; futanari; ecchi hentai
      yaoi hentai; furry porn; roblox porn; minecraft porn; fortnite porn; ai porn; porn games; sex games
      erotic videos; erotica stories; literotica; strip tease video; camel toe pics; upskirt; nsfw pics
      nsfw videos; nsfw reddit; reddit nsfw; boobs pics; boobs videos; gay sex videos
    `),
    exceptions: phrases(`
      porn addiction; porn addiction help; addicted to porn; effects of porn; effect of porn; is porn bad
      why is porn bad; is porn harmful; porn and the brain; stop watching porn; quit porn; quitting porn
      give up porn; saw porn by accident; accidentally saw porn; i saw porn; found porn on
      my child watched porn; revenge porn; food porn; earth porn; porn laws; porn law; porn age verification
      age verification porn; porn block uk; porn debate; anti porn; porn essay; against porn; dangers of porn
      harms of porn; blue tits; great tits; coal tits; marsh tits; willow tits; crested tits; bearded tits
      long tailed tits; tits birds; feed tits; pussy willow; pussy willows; pussy cat; pussy cats; pussy riot
      pussy in boots; the owl and the pussy cat; rule 34 explained bylaws; xxx return of xander cage
      xxx state of the union; xxx movie vin diesel; super bowl xxx; psalm xxx; chapter xxx; rule 34 frcp
      rule 34 cricket; onlyfans ceo; onlyfans company; onlyfans ofcom; naked people in art; nude models in art
      naked women in art; upskirt law
    `),
  },
  'sexual-content': {
    phrases: sought(`
      sexy girls; sexy women; sexy men; sexy pics; sexy pictures; sexy videos; hot girls; hot girls in bikinis
      hot babes; bikini girls; lingerie models; lingerie pics; sexy lingerie; sex toys; vibrator; dildo
      dildos; strip club; strip clubs near me; strippers; escorts; escorts near me; sex stories; sexy stories
      erotic stories; erotica; smut fanfiction; smut fanfic; lemon fanfic; kama sutra positions; sex positions
      kinky ideas; sex chat; dirty chat; ahegao; waifu nsfw; nsfw art; nsfw discord; sexy dance
      twerking girls
    `),
    exceptions: phrases(`
      hot girls aloud; ford escorts for sale; ford escorts; police escorts; vibrator motor
      vibrator motor arduino; concrete vibrator; tie strippers; wire strippers; paint strippers
      floor strippers; wallpaper strippers; bristol sex toys law
    `),
  },
  nudify: {
    phrases: [
      ...sought(`
        nudify; nudify app; nudify ai; nudifier; nude generator; ai nude generator; ai nudes; nude ai; deepnude
        deep nude; deepnude app; undress ai; ai undress; undress app; undress a photo; undress photo ai
        undresser ai; remove clothes from photo; remove clothes ai; remove clothes app; clothes remover app
        clothes remover ai; ai clothes remover; ai clothing remover; see through clothes app; clothoff
        x ray clothes app; xray clothes app; make someone naked ai; make fake nudes; fake nude maker
        deepfake nudes; deepfake porn; face swap porn; ai that removes clothes; deepfake someone naked
        bikini ai undress; fake nudes app; fake nudes generator; fake nudes ai
      `),
      ...helpSought(`
        someone made a fake nude of me; someone made fake nudes of me; deepfake of me; made a deepfake of me
        fake nudes of me
      `),
    ],
    exceptions: phrases(`
      deepfake porn law; deepfake porn laws; nudify ban; ban nudify apps; nudify apps law; nudify app ban
      nudify apps uk law
    `),
  },
  gambling: {
    phrases: sought(`
      online casino; online casinos; casino games; free casino; casino slots; slots online; online slots
      free slots; slot machine games; slot games; free spins no deposit; no deposit bonus; casino bonus
      online roulette; play roulette; online blackjack for money; online poker; poker for money
      play poker for money; bet365; william hill; paddy power; ladbrokes; skybet; sky bet; betfair; betfred
      online betting; betting sites; betting apps; betting tips; football betting; football betting tips
      bet on football; betting odds; free bets; accumulator tips; best odds today; grand national odds
      horse racing betting; online bingo; bingo for money; sports betting; csgo gambling; csgo skin gambling
      csgo case opening; cs2 gambling; cs2 case opening sites; skin betting; skin gambling; roblox gambling
      robux gambling; rust gambling; bloxflip; stake casino; roobet; crypto casino; bitcoin casino
      crash gambling; betting without id; casino no verification; gamble online; how to bet under 18
      lottery tickets online; buy scratch cards online; scratchcards online
    `),
    exceptions: phrases(`
      betting odds probability; betting odds maths; online betting harms; sports betting addiction
      is skin gambling legal
    `),
  },
}
