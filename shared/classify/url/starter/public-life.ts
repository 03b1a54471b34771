import { entries, type StarterList } from './host-text.ts'

/** News, search, public bodies and sites made for children. */
export const publicLifeHosts = {
  news: entries(`
    bbc.co.uk bbc.com theguardian.com guardian.co.uk independent.co.uk telegraph.co.uk thetimes.co.uk
    thetimes.com ft.com economist.com news.sky.com reuters.com apnews.com afp.com cnn.com nytimes.com
    washingtonpost.com wsj.com theatlantic.com newyorker.com time.com npr.org pbs.org abcnews.go.com
    cbsnews.com nbcnews.com usatoday.com latimes.com politico.com politico.eu aljazeera.com france24.com
    dw.com lemonde.fr elpais.com spiegel.de zeit.de standard.co.uk metro.co.uk mirror.co.uk thesun.co.uk
    dailymail.co.uk express.co.uk dailystar.co.uk inews.co.uk eveningstandard.com manchestereveningnews.co.uk
    liverpoolecho.co.uk birminghammail.co.uk walesonline.co.uk scotsman.com heraldscotland.com
    dailyrecord.co.uk belfasttelegraph.co.uk irishtimes.com irishnews.com rte.ie yorkshirepost.co.uk
    chroniclelive.co.uk bristolpost.co.uk nottinghampost.com kentonline.co.uk getsurrey.co.uk hamhigh.co.uk
    huffingtonpost.co.uk huffpost.com buzzfeed.com vice.com vox.com theconversation.com newscientist.com
    prospectmagazine.co.uk newstatesman.com spectator.co.uk theweek.co.uk theweekjunior.co.uk firstnews.co.uk
    theday.co.uk newsela.com abc.net.au smh.com.au cbc.ca thehindu.com timesofindia.indiatimes.com scmp.com
    japantimes.co.jp bloomberg.com cnbc.com forbes.com businessinsider.com wired.com wired.co.uk theverge.com
    arstechnica.com techcrunch.com theregister.com tortoisemedia.com bylinetimes.com bellingcat.com
  `),
  search: entries(`
    google.com google.co.uk bing.com duckduckgo.com ecosia.org yahoo.com startpage.com qwant.com
    search.brave.com swisscows.com mojeek.com kiddle.co kidrex.org swiggle.org.uk kidzsearch.com
    safesearchkids.com ask.com dogpile.com lycos.com baidu.com yandex.ru naver.com kagi.com gibiru.com
    metager.org presearch.com juniorsafesearch.com wackysafe.com
  `),
  government: entries(`
    gov.uk parliament.uk police.uk ico.org.uk ofcom.org.uk supremecourt.uk judiciary.uk royal.uk mod.uk
    gov.scot gov.wales parliament.scot senedd.wales mygov.scot electoralcommission.org.uk
    equalityhumanrights.com bankofengland.co.uk europa.eu usa.gov whitehouse.gov congress.gov nato.int coe.int
    ukyouthparliament.org.uk byc.org.uk
  `),
  'child-friendly': entries(`
    cbeebies.com natgeokids.com kids.nationalgeographic.com starfall.com funbrain.com pbskids.org
    sesamestreet.org nickjr.co.uk nickjr.com nick.co.uk nick.com disney.co.uk disney.com cartoonnetwork.co.uk
    cartoonnetwork.com lego.com fisher-price.com crayola.com crayola.co.uk peppapig.com thomasandfriends.com
    octonauts.com duplo.com bluey.tv gruffalo.com roalddahl.com worldofdavidwalliams.com
    jacquelinewilson.co.uk worldbookday.com storylineonline.net storynory.com oxfordowl.com beano.com
    mrbean.com paddington.com moomin.com harrypotter.com wizardingworld.com pottermore.com coolkidfacts.com
    activityvillage.co.uk dltk-kids.com dltk-holidays.com enchantedlearning.com sciencekids.co.nz
    ducksters.com funology.com abcya.com sheppardsoftware.com turtlediary.com education.com mathplayground.com
    splashlearn.com prodigygame.com toytheater.com kidsastronomy.com switchzoo.com artforkidshub.com
    gonoodle.com cosmickids.com tinybop.com tocaboca.com sagomini.com hungrylittleminds.campaign.gov.uk
    wowscience.co.uk youngarchaeologist-club.org yac-uk.org bbcearth.com whizzpopbang.com aquilamagazine.co.uk
    nationalgeographickids.com okido.com wonderopolis.org kiddiesgames.com happyclicks.net uptoten.com
    poissonrouge.com
  `),
} as const satisfies StarterList
