import { entries, type StarterList } from './host-text.ts'

/** Games, films, music, sport and everything watched for fun. */
export const leisureHosts = {
  games: entries(`
    roblox.com rbxcdn.com minecraft.net mojang.com fortnite.com epicgames.com ea.com steampowered.com
    steamcommunity.com gog.com itch.io kongregate.com newgrounds.com miniclip.com poki.com crazygames.com
    coolmathgames.com addictinggames.com armorgames.com y8.com y3.com kizi.com friv.com friv.org agame.com
    gamesgames.com girlsgogames.com girlsgogames.co.uk gamesforthebrain.com silvergames.com notdoppler.com
    mousebreaker.com primarygames.com hoodamath.com unblockedgames66.com unblocked-games.com
    tyrones-unblocked-games.com unblockedgamespod.com classroom6x.com agar.io slither.io diep.io krunker.io
    shellshock.io zombsroyale.io surviv.io skribbl.io gartic.io garticphone.com wormate.io paper-io.com
    hole-io.com moomoo.io mope.io lordz.io 1v1.lol bloxd.io smashkarts.io evoworld.io venge.io ev.io yohoho.io
    deeeep.io starve.io taming.io retrobowl.me geometrydash.com subwaysurfers.com cookieclicker.com
    orteil.dashnet.org tetris.com chess.com lichess.org now.gg games.co.uk bigfishgames.com pogo.com zynga.com
    king.com supercell.com brawlstars.com clashofclans.com clashroyale.com playstation.com xbox.com
    nintendo.com nintendo.co.uk rockstargames.com ubisoft.com activision.com callofduty.com blizzard.com
    battle.net worldofwarcraft.com leagueoflegends.com playvalorant.com riotgames.com dota2.com
    counter-strike.net runescape.com pubg.com garena.com hoyoverse.com innersloth.com warframe.com
    warthunder.com worldoftanks.eu wargaming.net rocketleague.com fallguys.com halowaypoint.com geforcenow.com
    boosteroid.com ign.com gamespot.com polygon.com kotaku.com eurogamer.net pcgamer.com rockpapershotgun.com
    gamesradar.com vg247.com game8.co gamerant.com transformice.com moshimonsters.com animaljam.com
    clubpenguin.com neopets.com webkinz.com howrse.co.uk howrse.com stardoll.com goodgamestudios.com
    forgeofempires.com travian.com tribalwars.co.uk drakensang.com bigpoint.com gamejolt.com papasgames.io
    snokido.com lagged.com gamepix.com htmlgames.com playhop.com bored.com boredbutton.com neal.fun
    theuselessweb.com sporcle.com jetpunk.com geoguessr.com worldle.teuteuf.fr connectionsgame.org sudoku.com
    solitaired.com worldofsolitaire.com cardgames.io arkadium.com nitrome.com bubbleshooter.net gameflare.com
    freeonlinegames.com twoplayergames.org iogames.space footballbros.io
  `),
  'video-streaming': entries(`
    youtube.com youtu.be youtube-nocookie.com googlevideo.com ytimg.com vimeo.com dailymotion.com dai.ly
    twitch.tv ttvnw.net kick.com netflix.com nflxvideo.net primevideo.com disneyplus.com hulu.com max.com
    hbomax.com paramountplus.com peacocktv.com nowtv.com now.com discoveryplus.com tv.apple.com itv.com
    channel4.com channel5.com my5.tv uktv.co.uk u.co.uk britbox.co.uk tvplayer.com sky.com mubi.com
    crunchyroll.com funimation.com bilibili.com youku.com iqiyi.com viki.com nicovideo.jp metacafe.com
    veoh.com break.com vidyard.com wistia.com streamable.com coub.com d.tube dlive.tv trovo.live bigo.tv
    caffeine.tv livestream.com younow.com periscope.tv vidlii.com tubitv.com pluto.tv plex.tv crackle.com
    curiositystream.com nebula.tv dropout.tv roosterteeth.com invidious.io yewtu.be piped.video tvcatchup.com
    filmon.com stan.com.au justwatch.com
  `),
  music: entries(`
    spotify.com scdn.co soundcloud.com music.apple.com itunes.apple.com music.youtube.com tidal.com deezer.com
    pandora.com last.fm bandcamp.com audiomack.com mixcloud.com napster.com qobuz.com music.amazon.co.uk
    music.amazon.com beatport.com datpiff.com reverbnation.com shazam.com genius.com azlyrics.com lyrics.com
    musixmatch.com songmeanings.com vevo.com tunein.com radio.net radio.garden heart.co.uk capitalfm.com
    classicfm.com globalplayer.com planetradio.co.uk kissfmuk.com absoluteradio.co.uk magic.co.uk
    smoothradio.com jango.com accuradio.com di.fm iheart.com jamendo.com freemusicarchive.org nme.com
    pitchfork.com rollingstone.com officialcharts.com songkick.com bandlab.com incredibox.com smule.com
    singsnap.com
  `),
  podcasts: entries(`
    podcasts.apple.com podcasts.google.com acast.com podbean.com buzzsprout.com libsyn.com spreaker.com
    stitcher.com overcast.fm pocketcasts.com castbox.fm podchaser.com listennotes.com player.fm anchor.fm
    simplecast.com transistor.fm megaphone.fm audioboom.com audible.co.uk audible.com podtail.com
    podcastaddict.com captivate.fm omny.fm blubrry.com captivate.com
  `),
  'image-hosting': entries(`
    imgur.com flickr.com photobucket.com imageshack.com imageshack.us imgbb.com ibb.co postimages.org
    postimg.cc giphy.com tenor.com gfycat.com imgflip.com 500px.com smugmug.com gyazo.com prnt.sc tinypic.com
    photos.google.com weheartit.com imagevenue.com imgbox.com pixabay.com unsplash.com pexels.com
    shutterstock.com istockphoto.com gettyimages.co.uk gettyimages.com alamy.com dreamstime.com
    depositphotos.com freepik.com vecteezy.com pixiv.net artstation.com snapfish.co.uk photobox.co.uk
    zerochan.net knowyourmeme.com memedroid.com cheezburger.com makeameme.org quickmeme.com
  `),
  celebrity: entries(`
    tmz.com perezhilton.com hellomagazine.com okmagazine.com ok.co.uk heatworld.com closeronline.co.uk
    people.com eonline.com popsugar.com popsugar.co.uk usmagazine.com pagesix.com justjared.com popbitch.com
    etonline.com radaronline.com gossipcop.com laineygossip.com famousbirthdays.com dlisted.com
    celebritynetworth.com whosdatedwho.com intouchweekly.com lifeandstylemag.com accessonline.com
    entertainmentdaily.co.uk
  `),
  sport: entries(`
    skysports.com espn.com espn.co.uk espncricinfo.com cricinfo.com premierleague.com uefa.com fifa.com
    thefa.com efl.com manutd.com mancity.com liverpoolfc.com arsenal.com chelseafc.com tottenhamhotspur.com
    evertonfc.com nufc.co.uk newcastleunited.com whufc.com avfc.co.uk lcfc.com leedsunited.com
    nottinghamforest.co.uk cpfc.co.uk celticfc.com rangers.co.uk goal.com 90min.com onefootball.com
    football365.com fourfourtwo.com transfermarkt.com transfermarkt.co.uk soccerway.com flashscore.com
    flashscore.co.uk livescore.com sofascore.com whoscored.com futbin.com futwiz.com futhead.com talksport.com
    eurosport.com eurosport.co.uk tntsports.co.uk nba.com nfl.com mlb.com nhl.com wwe.com ufc.com formula1.com
    motogp.com autosport.com motorsport.com crash.net wimbledon.com lta.org.uk atptour.com wtatennis.com
    englandrugby.com worldrugby.org planetrugby.com ultimaterugby.com rugby-league.com ecb.co.uk lords.org
    icc-cricket.com pgatour.com europeantour.com golf.com olympics.com olympic.org teamgb.com paralympic.org
    britishathletics.org.uk worldathletics.org british-gymnastics.org britishcycling.org.uk cyclingnews.com
    letour.fr swimming.org bleacherreport.com givemesport.com sportbible.com teamtalk.com caughtoffside.com
    sportskeeda.com theathletic.com boxingscene.com parkrun.org.uk pdc.tv worldsnooker.com
  `),
} as const satisfies StarterList
