import { entries, type StarterList } from './host-text.ts'

/** Getting, keeping and passing on files, and links that hide where they lead. */
export const sharingHosts = {
  piracy: entries(`
    thepiratebay.org thepiratebay.se tpb.party piratebay.live pirateproxy.live 1337x.to 1337x.st x1337x.ws
    rarbg.to rarbg.com rarbgprx.org kat.cr katcr.co kickass.to kickasstorrents.to extratorrent.cc torrentz.eu
    torrentz2.eu limetorrents.info limetorrents.lol torlock.com torrentdownloads.me yts.mx yts.ag yts.am
    yify-torrent.org eztv.ag eztv.re eztv.it zooqle.com torrentgalaxy.to glodls.to nyaa.si demonoid.is
    isohunt.to rutracker.org rutor.info ettv.tv bitsnoop.com btdig.com solidtorrents.net torrentfunk.com
    magnetdl.com idope.se skytorrents.lol torrents.me 123movies.to 123movies.la gomovies.to gostream.site
    fmovies.to fmovies.is bmovies.is soap2day.to soap2day.ac putlocker.is putlockers.ch solarmovie.to
    yesmovies.to primewire.ag primewire.li watchseries.to popcorntime.sh popcorn-time.to popcorntime.app
    flixtor.to lookmovie.io lookmovie2.to sflix.to himovies.to myflixer.to hdtoday.tv cineb.net bflix.to
    vidsrc.to vidsrc.me cataz.to movie4k.to kinox.to couchtuner.to project-free-tv.li rojadirecta.me
    streameast.live streameast.to crackstreams.com buffstreams.tv stream2watch.sx vipleague.st vipbox.lc
    firstrowsports.eu sportsurge.net hesgoal.com hesgoal.tv totalsportek.com soccerstreams.net footybite.com
    livetv.sx methstreams.com nbabite.com 9anime.to aniwave.to gogoanime.io gogoanime.vc gogoanime3.co
    kissanime.ru kissanime.com kissasian.sh zoro.to aniwatch.to hianime.to animixplay.to animeheaven.me
    mangakakalot.com manganato.com kissmanga.com mangafox.me mangadex.org bato.to comick.io readcomiconline.li
    getcomics.org library.lol libgen.is libgen.rs libgen.io gen.lib.rus.ec z-lib.org z-library.sk
    singlelogin.re sci-hub.se sci-hub.tw annas-archive.org b-ok.cc b-ok.org bookfi.net pdfdrive.com
    oceanofpdf.com fitgirl-repacks.site igg-games.com skidrowreloaded.com skidrowcodex.net steamunlocked.net
    oceanofgames.com gog-games.com ovagames.com elamigos.site dodi-repacks.site crackwatch.com getintopc.com
    filecr.com crackedpc.org haxpc.net apkmody.io happymod.com an1.com rexdl.com revdl.com panda-helper.com
    tutuapp.vip ytmp3.cc y2mate.com yt1s.com ytmp3.nu savefrom.net 9xbuddy.com keepvid.com flvto.biz 2conv.com
    mp3juices.cc mp3skull.com youtube-mp3.org convert2mp3.net onlinevideoconverter.com snapsave.app ssstik.io
    tubidy.mobi mp3paw.com freemp3downloads.online loader.to slider.kz romsmania.com vimm.net emuparadise.me
    coolrom.com romspure.cc wowroms.com nopaystation.com nsw2u.com
  `),
  'file-sharing': entries(`
    mega.nz mega.co.nz mega.io mediafire.com wetransfer.com we.tl sendspace.com zippyshare.com rapidgator.net
    rapidshare.com uploaded.net nitroflare.com turbobit.net 1fichier.com uptobox.com filefactory.com
    4shared.com depositfiles.com hotfile.com katfile.com ddownload.com gofile.io pixeldrain.com anonfiles.com
    bayfiles.com file.io filemail.com transfernow.net send-anywhere.com swisstransfer.com smash.com
    fromsmash.com ge.tt dropsend.com hightail.com yousendit.com dropbox.com box.com pcloud.com sync.com
    icedrive.net terabox.com 4sync.com workupload.com wormhole.app toffeeshare.com sharedrop.io snapdrop.net
    pairdrop.net webwormhole.io justbeamit.com solidfiles.com dropgalaxy.com uploadhaven.com usersdrive.com
    krakenfiles.com easyupload.io filebin.net catbox.moe bunkr.is cyberdrop.me tresorit.com jumpshare.com
    ufile.io uploadfiles.io pastebin.com disk.yandex.com pan.baidu.com degoo.com hubic.com mixdrop.co
    doodstream.com streamtape.com
  `),
  downloads: entries(`
    download.com download.cnet.com softonic.com filehippo.com softpedia.com majorgeeks.com fileplanet.com
    tucows.com snapfiles.com filehorse.com uptodown.com apkpure.com apkmirror.com apkcombo.com aptoide.com
    f-droid.org sourceforge.net brothersoft.com freewarefiles.com portableapps.com ninite.com oldversion.com
    filepuma.com nonags.com sidequestvr.com curseforge.com planetminecraft.com modrinth.com 9minecraft.net
    nexusmods.com moddb.com bluestacks.com bignox.com ldplayer.net memuplay.com play.google.com
    apps.microsoft.com chromewebstore.google.com addons.mozilla.org apkmonk.com crx4chrome.com soft32.com
    file.net filecluster.com rocketdock.com rainmeter.net utorrent.com bittorrent.com qbittorrent.org
    transmissionbt.com deluge-torrent.org vuze.com
  `),
  'url-shortener': entries(`
    bit.ly bitly.com tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy
    t.ly tiny.cc bl.ink soo.gd s.id shorte.st adf.ly linkvertise.com link1s.com ouo.io bc.vc za.gl gg.gg
    lnkd.in dlvr.it trib.al db.tt qr.ae j.mp x.co u.to clck.ru vk.cc urlz.fr short.io shorturl.com clk.sh
    exe.io lootlabs.gg work.ink tny.im po.st mcaf.ee hyperurl.co snip.ly t2m.io tr.im cli.gs budurl.com
    l.ead.me qrco.de kutt.it 1url.com bit.do shrinkme.io
  `),
  cheating: entries(`
    chegg.com coursehero.com studocu.com brainly.com brainly.co.uk bartleby.com slader.com photomath.com
    symbolab.com mathway.com gauthmath.com socratic.org numerade.com studypool.com homeworklib.com
    essayshark.com ukessays.com essaypro.com papersowl.com edubirdie.com grademiners.com essaywriter.co.uk
    oxbridgeessays.com ivorypanda.com essayservice.com paperhelp.org customwritings.com bestessays.com
    rushessay.com superiorpapers.com 99papers.com boostmygrade.com cheathouse.com echeat.com 123helpme.com
    studymode.com academized.com speedypaper.com extraessay.com ozessay.com.au writemypapers.org domyessay.com
    paperwriter.com essayhub.com ukwritings.com uktermpapers.co.uk essaytyper.com undetectable.ai
    stealthgpt.ai phrasly.ai netus.ai caktus.ai mathgpt.com unriddle.ai homeworkify.eu homeworkify.net
    bypassgpt.ai stealthwriter.ai hix.ai answers.com diplomamakers.com phonydiploma.com fakediplomas.com
  `),
} as const satisfies StarterList
