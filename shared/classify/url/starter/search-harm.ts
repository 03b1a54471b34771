import { helpSought, phrases, sought, type StarterSearchWords } from './phrase-text.ts'

/** Harm to other people, and what the law forbids. */
export const harmSearchWords: StarterSearchWords = {
  drugs: {
    phrases: [
      ...sought(`
        buy weed; buy weed online; buy weed uk; where to buy weed; how to get weed; how to buy weed; weed dealer
        weed delivery; weed edibles for sale; how to roll a joint; how to roll a blunt; how to smoke weed
        how to smoke a joint; how to make a bong; homemade bong; how to grow weed; grow weed at home
        weed strains; cannabis seeds for sale; buy cannabis; buy cannabis online; buy edibles; thc vape
        thc vape uk; thc cart; thc carts; dab pen; spice vape; buy cocaine; how to take cocaine
        how to snort cocaine; how to make crack; buy ketamine; ketamine for sale; buy mdma; buy ecstasy
        how to take mdma; buy lsd; buy acid tabs; buy magic mushrooms; where to find magic mushrooms
        how to take shrooms; buy shrooms; buy xanax; xanax for sale; buy valium; buy drugs; buy drugs online
        buy drugs dark web; drug dealer near me; drug dealer snapchat; drugs telegram; drugs snapchat
        plug near me weed; how to make meth; how to cook meth; how to make lean; lean drink recipe
        purple drank recipe; how to get high; ways to get high; get high at home; legal highs
        how to get high at school; buy nos; nos canisters; laughing gas balloons buy
        nitrous oxide canisters buy; how to pass a drug test; buy vape; buy vapes; buy vapes online
        vapes for sale; vape shop; vape shop near me; cheap vapes; elf bar; elf bars; elfbar; lost mary vape
        disposable vapes; disposable vape; vape under 18; buy vape under 18; buy vapes without id
        how to hide a vape; how to hide a vape at school; vape tricks; vape flavours; nicotine pouches buy
        snus uk; buy snus; zyn pouches; best snus; buy cigarettes online; buy cigarettes under 18
        cheap cigarettes; how to smoke a cigarette; buy alcohol under 18; buy alcohol without id
        get served underage; fake id uk; buy fake id; how to get drunk; how to get drunk fast
        drinking games alcohol; buy vodka online; buy steroids; steroids for sale; buy steroids uk; buy tramadol
        buy codeine; sell drugs online; how to sell weed; how to be a drug dealer
      `),
      ...helpSought(`
        i am addicted to weed; addicted to vaping help; how to stop vaping; help me stop vaping
        how to quit vaping; how to stop smoking weed; my friend is taking drugs; my mum takes drugs
        my dad takes drugs; my mum drinks too much; my dad drinks too much; my dad is an alcoholic
        my mum is an alcoholic; someone made me sell drugs; forced to sell drugs
      `),
    ],
    exceptions: phrases(`
      buy weed killer; buy weed killer online; buy weed killer uk; buy weed membrane; buy weed control
      how to get weed out; how to get weed killer off; how to get high marks; how to get high grades
      how to get high scores; how to get high score; ways to get high grades; get high at home workout
      how to get high cheekbones; how to get high level; how to get high speed; how to get high quality
      how to get high resolution; how to make lean muscle; how to make lean meat; how to get weed in minecraft
      buy drugs pharmacy; disposable vape ban; disposable vapes ban; disposable vapes banned
      dangers of vape tricks; elf bars banned
    `),
  },
  weapons: {
    phrases: sought(`
      buy a gun; buy guns; buy guns online; buy gun uk; guns for sale; handgun for sale; buy a handgun
      how to get a gun; where to get a gun; how to buy a gun; ghost gun; ghost guns; 3d printed gun
      3d print a gun; 3d printed gun files; how to make a gun; how to build a gun; homemade gun; homemade guns
      buy ammo; buy bullets; buy ammunition; convert blank firing gun; buy a knife; buy knife under 18
      buy a knife without id; knives for sale; zombie knife; zombie knives; zombie knife for sale; rambo knife
      flick knife; flick knife for sale; butterfly knife; butterfly knife for sale; balisong for sale
      switchblade; machete for sale; buy machete; buy a machete; ninja sword for sale; samurai sword for sale
      knuckle duster; knuckle dusters; brass knuckles; buy knuckle duster; throwing stars for sale
      buy pepper spray; pepper spray uk; buy a taser; taser for sale; how to make a bomb; how to make bombs
      how to build a bomb; homemade bomb; pipe bomb; how to make a pipe bomb; how to make explosives
      homemade explosives; how to make a molotov; how to make a molotov cocktail; how to make gunpowder
      how to make thermite; how to make napalm; acid attack how; how to make poison; how to poison someone
      how to carry a knife; hide a knife; how to hide a knife; how to sneak a knife into school
      how to bring a gun to school; how to bring a knife to school; best knife for self defence
      best knife to stab; bulletproof vest buy; crossbow for sale; buy a crossbow; slingshot for sale
      bb gun for sale; buy bb gun
    `),
    exceptions: phrases(`
      nerf guns for sale; toy guns for sale; water guns for sale; glue guns for sale; heat guns for sale
      nail guns for sale; massage guns for sale; spray guns for sale; buy a gun safe; buy a gun licence
      buy a knife block; buy a knife sharpener; buy a knife rack; kitchen knives for sale
      how to make a bomb calorimeter; how to make bombs in minecraft; how to make a bomb in minecraft
      how to make a bomb in little alchemy; how to make a gun in minecraft; how to make a gun in roblox
      how to make a gun out of paper; how to make a gun in scratch; how to make gunpowder in minecraft
      how to make poison potion; how to make poison in minecraft; pipe bomb squad; zombie knives ban
      zombie knife ban; zombie knives law; zombie knife law; ghost guns law; why is a flick knife illegal
      butterfly knife csgo; butterfly knife cs2; flick knife csgo; flick knife cs2; how to make napalm strike
    `),
  },
  violence: {
    phrases: sought(`
      gore; gore videos; gore video; gore sites; gore site; real gore; gore reddit; live gore; livegore
      bestgore; best gore; watch people die; watchpeopledie; people dying videos; people dying on camera
      real death videos; real deaths caught on camera; death videos; beheading video; beheading videos
      execution video; execution videos; murder video; murder videos; real murder video; snuff film
      snuff films; torture video; torture videos; stabbing video; stabbing videos; shooting video uncensored
      suicide video; suicide videos; suicide caught on camera; school shooting video; mass shooting video
      christchurch shooting video; cartel videos; cartel execution; fight videos; school fight videos
      street fights; street fight videos; bum fights; knockout videos; animal cruelty videos
      animal torture video; dog fight video; shock videos; shock sites; 2 girls 1 cup; dead bodies pictures
      dead body photos; crime scene photos uncensored; autopsy video; how to kill someone
      how to murder someone; how to get away with murdering someone; how to hurt someone badly
      how to stab someone; how to beat someone up
    `),
    exceptions: phrases(`
      al gore; tipper gore; gore vidal; gore tex; gore jacket; gore wear; gore bike wear; gore verbinski
      martin gore; frank gore; lesley gore; gore street; kensington gore; gore district; gore new zealand
      blood and gore in macbeth; how to kill someone in minecraft; how to kill someone in among us
      how to kill someone in roblox; how to kill someone with kindness; how to beat someone up in roblox
      execution video assembly; death videos on black holes; dead bodies pictures pompeii
      suicide videos prevention
    `),
  },
  extremism: {
    phrases: sought(`
      how to join isis; join isis; isis propaganda; isis propaganda video; isis videos; isis execution video
      isis beheading; isis recruitment; islamic state propaganda; al qaeda magazine; inspire magazine download
      inspire magazine pdf; dabiq magazine; dabiq magazine pdf; rumiyah magazine; anarchist cookbook
      anarchist cookbook pdf; anarchist cookbook download; how to join the kkk; join the kkk
      how to become a nazi; neo nazi forum; neo nazi group near me; neo nazi telegram; join neo nazi group
      join national action; national action uk join; join patriotic alternative; atomwaffen
      atomwaffen division; atomwaffen manifesto; siege james mason pdf; the turner diaries pdf
      turner diaries download; great replacement manifesto; christchurch manifesto; tarrant manifesto
      breivik manifesto; brenton tarrant manifesto; breivik manifesto pdf; buffalo shooter manifesto
      terrorgram; terror telegram channels; white power music; white power videos; race war now
      day of the rope; accelerationism telegram; order of nine angles; 764 group; com network discord
      how to become a terrorist; how to plan a terror attack; how to do a school shooting
      how to shoot up a school; how to plan a school shooting; school shooter manifesto; columbine fan
      columbine fans; columbine journals pdf; incel forum; incel forums; incel manifesto
      elliot rodger manifesto; my twisted world pdf; jihad training; jihad recruitment; martyrdom video
      how to make a martyrdom video; 14 words tattoo; combat 18; blood and honour forum
    `),
    exceptions: phrases(`
      why do people join isis; why did people join isis; girls who join isis; teenagers who join isis
      what makes people join isis; who did join isis; shamima begum join isis; people who join isis
      why join isis; combat 18 rating; why was the anarchist cookbook banned; how isis recruitment works
      isis recruitment strategy; why isis recruitment works; why did germans join the kkk
      why did people join the kkk
    `),
  },
  hate: {
    phrases: sought(`
      white power; white pride; white supremacy forum; heil hitler; sieg heil; hitler did nothing wrong
      hitler was right; gas the jews; kill all jews; kill all muslims; kill all gays; kill all blacks
      i hate jews; i hate muslims; i hate black people; i hate white people; i hate gays; i hate gay people
      i hate trans people; i hate immigrants; i hate asians; i hate gypsies; i hate disabled people
      jews control the world; jews rule the world; jewish conspiracy proof; holocaust hoax; holocaust is a lie
      holocaust was fake; holocaust didnt happen; holocaust never happened; six million lie
      muslims are terrorists; black people are stupid; black people are inferior; why are black people so dumb
      why are women so stupid; women are inferior; gays should die; trans people should die; gypsies should be
      immigrants should die; deport all muslims; racist jokes; black jokes; jew jokes; jewish jokes offensive
      holocaust jokes; muslim jokes; gay jokes; disabled jokes; retard jokes; dead baby jokes
      dark humour racist; daily stormer; stormfront forum; kiwi farms; racist memes; anti semitic memes
      antisemitic memes; nazi memes; racist songs; racist names; racist gamertags; racist usernames
      slurs for black people; slurs for gay people; slurs for jews; slurs for asians; list of racial slurs
      how to be racist
    `),
    exceptions: phrases(`
      why do people say i hate black people; racist jokes are not funny; are racist jokes illegal
      why are racist jokes harmful; racist jokes in the workplace; why did people say heil hitler
      heil hitler salute history; why did germans say heil hitler; heil hitler meaning; sieg heil meaning
      myth that jews control the world; why people believe the holocaust is a lie
      people who say the holocaust never happened; racist names sports teams; white power to weight
      philip larkin racist jokes
    `),
  },
}
