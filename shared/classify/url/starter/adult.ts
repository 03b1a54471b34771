import { entries, type StarterList } from './host-text.ts'

/** Sexual content, dating with strangers, and tools that make or trade in false nudes. */
export const adultHosts = {
  pornography: entries(`
    pornhub.com pornhub.org pornhubpremium.com phncdn.com xvideos.com xvideos2.com xvideos3.com
    xvideos-cdn.com xnxx.com xnxx.tv xnxx2.com xnxx3.com xnxx-cdn.com xhamster.com xhamster2.com xhamster3.com
    xhamster.desi xhamster.one xhamsterlive.com xhcdn.com redtube.com redtube.net rdtcdn.com youporn.com
    youporngay.com tube8.com thumbzilla.com spankbang.com eporner.com beeg.com hqporner.com tnaflix.com
    empflix.com drtuber.com txxx.com hclips.com hdzog.com upornia.com voyeurhit.com hotmovs.com vjav.com
    tubepornclassic.com motherless.com imagefap.com redgifs.com sex.com porn.com sexvid.xxx 4tube.com
    pornerbros.com porntube.com fux.com keezmovies.com extremetube.com spankwire.com xtube.com slutload.com
    sunporno.com nuvid.com alphaporno.com bravotube.net pornone.com vporn.com porntrex.com daftsex.com
    cliphunter.com sxyprn.com ixxx.com fuq.com tubegalore.com lobstertube.com nudevista.com pornmd.com
    theporndude.com 3movs.com analdin.com pornhd.com pornoxo.com porn300.com pornhat.com pornktube.com
    perfectgirls.net anyporn.com anysex.com sexu.com zbporn.com hellporno.com gotporn.com jizzbunker.com
    freeones.com babesource.com pichunter.com xxxbunker.com pornpics.com pornrabbit.com pornburst.xxx
    pornzog.com porngo.com pornid.xxx pornjam.com pornworld.com youjizz.com xbabe.com xcafe.com yobt.com
    ah-me.com al4a.com megatube.xxx whoreshub.com palimas.tv fapster.xxx tubxporn.com yespornplease.com
    watchmygf.me camwhores.tv gelbooru.com rule34.xxx rule34.paheal.net rule34video.com e-hentai.org
    exhentai.org nhentai.net hanime.tv hentaihaven.xxx hitomi.la fakku.net tsumino.com hentai-foundry.com
    8muses.com multporn.net luscious.net hentai2read.com hentaifox.com imhentai.xxx simply-hentai.com
    sankakucomplex.com danbooru.donmai.us e621.net nutaku.net javhd.com javlibrary.com missav.com jav.guru
    thisav.com javbus.com caribbeancom.com 1pondo.tv heyzo.com r18.com dmm.co.jp 91porn.com boyfriendtv.com
    gaymaletube.com gayboystube.com men.com justfor.fans ashemaletube.com clips4sale.com manyvids.com
    iwantclips.com modelhub.com loyalfans.com fancentro.com admireme.vip onlyfans.com fansly.com
    chaturbate.com stripchat.com bongacams.com livejasmin.com cam4.com myfreecams.com camsoda.com
    flirt4free.com streamate.com jerkmate.com imlive.com cams.com xlovecam.com camster.com brazzers.com
    realitykings.com bangbros.com naughtyamerica.com mofos.com digitalplayground.com blacked.com tushy.com
    vixen.com teamskeet.com evilangel.com kink.com wicked.com fakehub.com faketaxi.com adulttime.com
    girlsway.com puretaboo.com metart.com femjoy.com hegre.com x-art.com suicidegirls.com playboy.com
    playboyplus.com penthouse.com hustler.com televisionx.com babestation.tv studio66.tv adultwork.com
    literotica.com asstr.org sexstories.com erome.com fapello.com simpcity.su thothub.to nudostar.com
    coomer.su slutroulette.com dirtyroulette.com adultfriendfinder.com fetlife.com alt.com swinglifestyle.com
    fabswingers.com adam4adam.com squirt.org eroprofile.com xgroovy.com pornflip.com porndoe.com pornheed.com
    pornhits.com pornky.com veporn.com 18porn.sex deviants.com definebabe.com elephanttube.world
    fullporner.com hotscope.tv iceporn.com japan-whores.com mylust.com nudogram.com pervclips.com 24porn.com
    rexxx.com shameless.com shooshtime.com smutr.com tastyblacks.com viptube.com winporn.com xtits.com
    xxxdan.com xozilla.com youx.xxx f95zone.to gamcore.com sexgamesbox.com hentaigamer.com
  `),
  'sexual-content': entries(`
    annsummers.com lovehoney.co.uk lovehoney.com adameve.com bondara.co.uk harmonystore.co.uk
    simplypleasure.com agentprovocateur.com victoriassecret.com bluebella.com figleaves.com fredericks.com
    yandy.com nuts.co.uk maxim.com fhm.com loaded.co.uk egotastic.com thechive.com celebjihad.com mrskin.com
    literotica.net lushstories.com smut.com nifty.org storiesonline.net bellesa.co omgyes.com lovense.com
    satisfyer.com we-vibe.com lelo.com sextoys.co.uk uberkinky.co.uk
  `),
  dating: entries(`
    tinder.com bumble.com hinge.co match.com pof.com plentyoffish.com okcupid.com badoo.com zoosk.com
    eharmony.co.uk eharmony.com elitesingles.co.uk elitesingles.com happn.com grindr.com feeld.co
    ashleymadison.com victoriamilan.com illicitencounters.co.uk seeking.com sugardaddymeet.com
    whatsyourprice.com muddymatches.co.uk mysinglefriend.com toyboywarehouse.com christianconnection.com
    christiandatingforfree.com jdate.com jswipeapp.com muzz.com muzmatch.com shaadi.com bharatmatrimony.com
    guardiansoulmates.com datingdirect.com silversingles.co.uk ourtime.co.uk lumenapp.com coffeemeetsbagel.com
    theleague.com raya.com scruff.com romeo.com planetromeo.com gaydar.net gaydar.co.uk skout.com
    meetme.com tagged.com hi5.com mocospace.com jaumo.com lovoo.com twoo.com mamba.ru yubo.live wizzapp.com
    hoop.photo taimi.com speeddate.com flirt.com benaughty.com naughtydate.com uberhorny.com omegle.com ome.tv
    chatroulette.com chatrandom.com camsurf.com emeraldchat.com bazoocam.org shagle.com chathub.cam
    coomeet.com fruzo.com tinychat.com chatspin.com funyo.tv omegleapp.me uhmegle.com umingle.com ometv.chat
    chatib.us chatiw.com chat-avenue.com talkwithstranger.com y99.in wireclub.com paltalk.com stumblechat.com
    monkey.app monkey.cool azarlive.com holla.world thundr.tv dixytalk.com camgo.com mnogochat.com 321chat.com
    allotalk.com yesichat.com meetyou.me weareher.com
  `),
  nudify: entries(`
    deepnude.com deepnudenow.com nudify.online clothoff.io clothoff.net undress.app undressai.tools
    undress.love undress.cc drawnudes.io deep-nude.ai dreamtime.tech nudeai.com porngen.art pornx.ai
    promptchan.ai promptchan.com soulgen.net soulgen.ai seduced.ai pornpen.ai unstability.ai deepfakesporn.com
    mrdeepfakes.com deepswap.ai facemagic.ai swapface.org adultdeepfakes.com sexcelebrity.net cfake.com
    nsfwgenerator.ai removeclothes.ai x-pictures.io n8ked.app
  `),
} as const satisfies StarterList
