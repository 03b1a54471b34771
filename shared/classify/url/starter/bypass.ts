import { entries, type StarterList } from './host-text.ts'

/** Ways around the filter, attack tools, and sites that steal or infect. */
export const bypassHosts = {
  proxy: entries(`
    croxyproxy.com croxyproxy.rocks croxyproxy.net croxy.network croxy.org blockaway.net proxysite.com hide.me
    hidemyass.com kproxy.com proxyium.com proxyfree.me proxyscrape.com 4everproxy.com whoer.net
    filterbypass.me unblocksite.org unblockvideos.com proxyssl.org free-proxy.com freeproxy.win zend2.com
    genmirror.com megaproxy.com newipnow.com vtunnel.com anonymouse.org anonymizer.com hidester.com
    dontfilter.us proxfree.com proxy-tools.com webproxy.to weboproxy.com plainproxies.com
    youtubeunblocked.live ninjacloak.com proxyzilla.com steganos.com sslsecureproxy.com spysurfing.com
    ultrasurf.us psiphon.ca psiphon3.com getlantern.org lantern.io torproject.org tor2web.org onion.ws
    onion.ly onion.to geti2p.net i2p.net freenetproject.org holyubofficial.net holyunblocker.net incog.works
    titaniumnetwork.org tomp.app interstellar.wtf rammerhead.org mercurywork.shop radon.games nordvpn.com
    expressvpn.com surfshark.com protonvpn.com windscribe.com tunnelbear.com cyberghostvpn.com
    privateinternetaccess.com ipvanish.com purevpn.com hotspotshield.com hola.org vyprvpn.com mullvad.net
    ivpn.net azirevpn.com airvpn.org torguard.net privatevpn.com strongvpn.com safervpn.com zenmate.com
    betternet.co urban-vpn.com vpngate.net softether.org opengw.net touchvpn.net atlasvpn.com veepn.com
    planetvpn.com vpnunlimited.com keepsolid.com hide-my-ip.com hidemy.name hidemyip.com supervpn.im
    setupvpn.com browsec.com ultravpn.com speedify.com trust.zone ovpn.com perfect-privacy.com fastestvpn.com
    ivacy.com goosevpn.com x-vpn.com xvpn.io turbovpn.com securevpn.com vpnbook.com freevpn.org
    adguard-vpn.com getoutline.org shadowsocks.org v2ray.com v2fly.org wireguard.com openvpn.net tailscale.com
    zerotier.com hamachi.cc vpn.net logmein.com teamviewer.com anydesk.com rustdesk.com splashtop.com
    parsec.app remotepc.com realvnc.com dwservice.net getscreen.me ammyy.com supremocontrol.com radmin.com
    remotedesktop.google.com gotomypc.com airdroid.com screenleap.com kasmweb.com browserling.com shadow.tech
    hyperbeam.com now.gg ngrok.com ngrok.io serveo.net localtunnel.me localhost.run pagekite.net
    packetriot.com tunnelto.dev trycloudflare.com pinggy.io playit.gg loca.lt no-ip.com noip.com duckdns.org
    dyndns.org freedns.afraid.org dynu.com changeip.com cloudflare-dns.com one.one.one.one dns.google
    dns.quad9.net doh.opendns.com dns.adguard.com dns.adguard-dns.com nextdns.io doh.cleanbrowsing.org
    doh.dns.sb dns.controld.com freedns.controld.com doh.libredns.gr dns.alidns.com doh.pub dns0.eu
    translate.goog smartproxy.com brightdata.com luminati.io oxylabs.io iproyal.com webshare.io honeygain.com
    packetstream.io proxyrack.com soax.com free-proxy-list.net spys.one proxynova.com sslproxies.org
    socks-proxy.net us-proxy.org proxy-list.download geonode.com proxydocker.com
  `),
  hacking: entries(`
    hackforums.net nulled.to cracked.io cracked.sh leakforums.net breachforums.st raidforums.com exploit.in
    xss.is 0day.today exploit-db.com hak5.org flipperzero.one grabify.link iplogger.org iplogger.com blasze.tk
    stresser.net ipstresser.com networkstresser.com booter.in vdos-s.com webstresser.org freestresser.to
    stressthem.to instant-stresser.com nightmarestresser.com quantumbooter.net str3ssed.me defconpro.net
    elitepvpers.com unknowncheats.me mpgh.net cheatengine.org guidedhacking.com aimjunkies.com iwantcheats.net
    engineowning.to engineowning.com skycheats.com lavicheats.com battlelog.co gamehacking.org
    fearlessrevolution.com wemod.com synapse.to krnl.ca scriptblox.com v3rmillion.net wearedevs.net
    kahoot.rocks schoolcheats.net quizit.online kali.org metasploit.com aircrack-ng.org thc.org leakcheck.io
    snusbase.com dehashed.com weleakinfo.to intelx.io spyzie.com refog.com ardamax.com elcomsoft.com
    passware.com l0phtcrack.com nirsoft.net
  `),
  phishing: entries(`
    rbxfree.com oprewards.com rblx.land rbxflip.com bloxawards.com
  `),
  malware: entries(`
    coinhive.com coin-hive.com crypto-loot.com cryptoloot.pro jsecoin.com minero.cc webmine.pro coinimp.com
    webminepool.com authedmine.com monerominer.rocks flexispy.com mspy.com thetruthspy.com spyera.com
    hoverwatch.com cocospy.com spyic.com highstermobile.com mobistealth.com eyezy.com umobix.com xnspy.com
    ikeymonitor.com spybubble.com phonesheriff.com retinax.com copy9.com hellospy.com spyhuman.com
    cerberusapp.com phonespector.com ispyoo.com theonespy.com minspy.com spyfone.com reptilicus.net
    clevguard.com
  `),
} as const satisfies StarterList
