import { entries, type StarterList } from './host-text.ts'

/** Places where people meet, talk and post. */
export const contactHosts = {
  'social-media': entries(`
    facebook.com fb.com fb.me fbcdn.net facebook.net instagram.com cdninstagram.com threads.net threads.com
    tiktok.com tiktokcdn.com tiktokv.com musical.ly twitter.com x.com twimg.com snapchat.com sc-cdn.net
    reddit.com redd.it redditmedia.com redditstatic.com pinterest.com pinterest.co.uk pin.it pinimg.com
    tumblr.com linkedin.com licdn.com bereal.com bere.al lemon8-app.com bsky.app mastodon.social
    joinmastodon.org vk.com ok.ru weibo.com weibo.cn xiaohongshu.com rednote.com kuaishou.com likee.video
    triller.co mewe.com minds.com myspace.com bebo.com friendster.com nextdoor.com nextdoor.co.uk vsco.co
    wattpad.com ask.fm curiouscat.live ngl.link tellonym.me sarahah.com whisper.sh yikyak.com fizz.social
    ifunny.co 9gag.com aminoapps.com spotafriend.co houseparty.com clubhouse.com plurk.com livejournal.com
    dreamwidth.org deviantart.com ravelry.com goodreads.com letterboxd.com strava.com foursquare.com
    swarmapp.com path.com band.us imvu.com habbo.com ifaketextmessage.com peach.cool ello.co vero.co
    locket.camera
  `),
  chat: entries(`
    discord.com discord.gg discordapp.com discordapp.net discord.media whatsapp.com whatsapp.net wa.me
    telegram.org telegram.me t.me messenger.com m.me signal.org wechat.com weixin.qq.com line.me viber.com
    kik.com kakaocorp.com icq.com imo.im groupme.com slack.com wire.com element.io matrix.org threema.ch
    wickr.com getsession.org discord.me disboard.org top.gg gitter.im mibbit.com kiwiirc.com libera.chat
    irccloud.com freenode.net chatango.com xat.com minichat.com chatzy.com tlk.io hack.chat chatcrypt.com
    gosupermodel.com woozworld.com avakin.com smallworlds.com guilded.gg revolt.chat rocket.chat zello.com
    voxer.com marcopolo.me chathour.com teen-chat.org teenchat.com kidschat.net 321teenchat.com
  `),
  'video-calls': entries(`
    zoom.us zoom.com skype.com whereby.com meet.jit.si jitsi.org webex.com gotomeeting.com bluejeans.com
    facetime.apple.com duo.google.com teams.live.com livestorm.co around.co gather.town spatial.chat talky.io
    appear.in ringcentral.com goto.com join.me freeconferencecall.com rave.io kosmi.io watch2gether.com w2g.tv
    twoseven.xyz teleparty.com scener.com
  `),
  forums: entries(`
    thestudentroom.co.uk mumsnet.com 4chan.org 4channel.org 8chan.co quora.com resetera.com neogaf.com
    somethingawful.com gaiaonline.com proboards.com forumotion.com tapatalk.com boards.ie avforums.com
    pistonheads.com forums.moneysavingexpert.com gamefaqs.gamespot.com lipstickalley.com metafilter.com
    2ch.net 5ch.net kohlchan.net lolcow.farm crystal.cafe endchan.net wizchan.org soyjak.party saidit.net
    lemmy.world lemmy.ml hexbear.net voat.co scored.co communities.win patriots.win fark.com slashdot.org
    lobste.rs forum.bodybuilding.com tattle.life vbulletin.com xenforo.com invisionfree.com zetaboards.com
    forumfree.it hubpages.com answers.yahoo.com blackhatworld.com redcafe.net forums.digitalspy.com
  `),
  blogs: entries(`
    wordpress.com blogger.com medium.com substack.com typepad.com ghost.org ghost.io svbtle.com posthaven.com
    bearblog.dev write.as telegra.ph rentry.co rentry.org livejournal.net skyrock.com skyrock.net
    over-blog.com canalblog.com overblog.com hatenablog.com note.com ameblo.jp ameba.jp blog.naver.com
    tistory.com weebly.com edublogs.org kinja.com hashnode.com hashnode.dev dev.to penzu.com diaryland.com
    opendiary.com blog.co.uk soup.io posterous.com steemit.com hive.blog vocal.media archiveofourown.org
    fanfiction.net fictionpress.com quotev.com
  `),
  email: entries(`
    gmail.com hotmail.com outlook.live.com mail.yahoo.com ymail.com mail.aol.com proton.me protonmail.com tutanota.com
    tuta.com gmx.com gmx.co.uk gmx.net mail.com mail.zoho.com fastmail.com hushmail.com mail.yandex.com e.mail.ru
    rediffmail.com inbox.com runbox.com startmail.com mailfence.com posteo.de disroot.org hey.com spikenow.com
    btinternet.com mailinator.com guerrillamail.com 10minutemail.com 10minutemail.net
    temp-mail.org tempmail.com yopmail.com throwawaymail.com maildrop.cc getnada.com dispostable.com
    fakeinbox.com sharklasers.com trashmail.com mohmal.com emailondeck.com mytemp.email tempail.com moakt.com
  `),
} as const satisfies StarterList
