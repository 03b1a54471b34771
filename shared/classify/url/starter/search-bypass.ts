import { phrases, sought, type StarterSearchWords } from './phrase-text.ts'

/** Ways round the filter, attack tools, unlawful copies and ready-made work. */
export const bypassSearchWords: StarterSearchWords = {
  proxy: {
    phrases: sought(`
      free proxy; free proxy sites; free web proxy; web proxy; proxy sites; proxy site; proxy websites
      proxy for school; proxies for school; school proxy; unblocked proxy; unblocked proxies; proxy unblocker
      unblock sites; unblock websites; site unblocker; website unblocker; croxyproxy; croxy proxy; croxy
      interstellar proxy; ultraviolet proxy; rammerhead proxy; rammerhead; holy unblocker; titanium network
      titanium network proxy; shadow proxy unblocked; nebula proxy; kproxy; blockaway; hidemyass; free vpn
      vpn free; free vpn extension; free vpn for school; vpn for school; vpn for school chromebook
      vpn chromebook; best vpn; best free vpn; vpn download; vpn extension; vpn unblocked; unblocked vpn
      vpn without download; nordvpn; expressvpn; surfshark; proton vpn; protonvpn; hola vpn; urban vpn
      psiphon; ultrasurf; tor browser; tor browser download; download tor browser; onion browser
      how to get on the dark web; how to access the dark web; dark web links; bypass school filter
      how to bypass school filter; bypass school wifi; how to bypass school wifi; bypass school firewall
      how to bypass school blocker; bypass school restrictions; bypass securly; bypass goguardian
      bypass lightspeed; bypass smoothwall; bypass senso; bypass impero; bypass netsupport; bypass lanschool
      disable goguardian; disable securly; disable smoothwall; turn off goguardian
      how to get past school block; how to get past school filter; get past school wifi
      how to unblock websites at school; how to unblock websites on school chromebook
      how to unblock youtube at school; how to unblock tiktok at school; unblock youtube; unblock discord
      unblock roblox; unblock tiktok; how to unblock games at school; how to use tiktok at school
      how to delete school extension; how to remove school extensions; remove admin from chromebook
      how to disable extensions on school chromebook; unenroll school chromebook; how to unenroll a chromebook
      chromebook exploits; school chromebook exploits; sh1mmer; skiovox; ltbeef; bookmarklet bypass
      bookmarklets to unblock; about blank cloaker; tab cloaker; dns over https bypass
      mobile hotspot bypass school
    `),
    exceptions: phrases(`
      what is tor browser; how does a web proxy work; what is a web proxy; web proxy definition
      web proxy server gcse; proxy site pattern; best vpn protocols explained; unblock websites on router
      titanium network of pipes
    `),
  },
  hacking: {
    phrases: sought(`
      how to ddos; how to ddos someone; ddos tool; free ddos tool; ddos attack tool; ip stresser
      free stresser; free booter; ip booter; booter online; stresser online; how to boot someone offline
      ip grabber; ip logger; grabify; how to get someones ip; how to find someones ip; how to hack
      how to hack someone; how to hack a phone; how to hack an account; how to hack instagram
      how to hack snapchat; how to hack facebook; how to hack whatsapp; how to hack roblox
      how to hack roblox accounts; how to hack a website; how to hack wifi; how to hack school wifi
      how to hack school computer; how to hack a school computer; how to hack my school
      how to hack teachers computer; how to hack google classroom; how to hack kahoot; kahoot hack
      kahoot hacks; kahoot bot; kahoot bots; kahoot flooder; kahoot spammer; kahoot bot flooder; blooket hack
      blooket hacks; blooket cheats; gimkit hack; gimkit hacks; gimkit cheats; prodigy hack; prodigy hacks
      sparx hack; sparx maths hack; sparx maths bot; sparx reader hack; seneca hack; seneca bot; edpuzzle hack
      quizizz hack; quizizz bot; quizizz cheat; ttrs hack; ttrs autoclicker; times tables rockstars hack
      hegarty maths hack; mathswatch hack; educake hack; tassomai hack; password cracker; crack passwords
      crack wifi password; brute force password tool; how to guess someones password; keylogger
      keylogger download; free keylogger; rat malware download; how to make a virus; how to make malware
      how to make ransomware; rubber ducky scripts; badusb scripts; roblox exploit; roblox exploits
      roblox executor; roblox script executor; roblox aimbot; fortnite aimbot; aimbot download; valorant hacks
      wallhack download; kali linux hacking wifi; hacking tools download; leaked passwords database
      buy hacked accounts
    `),
    exceptions: phrases(`
      how to hack together; how to hack your brain; how to hack your sleep; how to hack your habits
      what is a keylogger; keylogger definition; how does a keylogger work; prevent how to hack
      how to hack a pinata; how to hack ikea furniture; how to hack a cricut
    `),
  },
  piracy: {
    phrases: sought(`
      pirate bay; the pirate bay; piratebay; 1337x; rarbg; kickass torrents; yts movies; torrent download
      torrents; torrent sites; movie torrent; game torrent; utorrent download; watch free movies online
      watch movies free; watch movies online free; free movies online; free movie sites; watch free movies
      123movies; 123 movies; fmovies; soap2day; putlocker; solarmovie; gomovies; watch series online free
      free football streams; free football stream; football streams reddit; watch premier league free
      free ufc stream; crackstreams; buffstreams; streameast; hesgoal; 9anime; gogoanime; kissanime; hianime
      aniwatch; watch anime free; free anime sites; read manga free; youtube to mp3; youtube to mp4
      youtube mp3; youtube converter; youtube downloader; yt to mp3; spotify premium free; spotify cracked
      cracked games; cracked minecraft; free minecraft download; minecraft cracked; minecraft free download
      cracked software; photoshop crack; photoshop cracked; free photoshop cracked; windows activation crack
      windows 10 activator; kms activator; game repacks; fitgirl repack; fitgirl repacks; steamunlocked
      igg games; oceanofgames; apk mod; modded apk; hacked apk; happymod; free robux; free robux generator
      free v bucks; free vbucks; rom downloads; pokemon rom download; nintendo roms; gba roms; switch roms
      z library; zlibrary; libgen; anna s archive; free textbook pdf download; firestick jailbreak
      jailbreak firestick; iptv free
    `),
    exceptions: phrases(`
      flash floods and torrents; mountain torrents; rain torrents; torrents of rain; the torrents river
      dangers of torrents; free robux scam; are free robux real; is free robux a scam
    `),
  },
  cheating: {
    phrases: sought(`
      write my essay; write my essay for me; write an essay for me; do my homework; do my homework for me
      do my coursework; do my maths homework; essay writing service; essay writing services; buy an essay
      buy essay; buy essays; buy essays online; pay someone to write my essay; pay someone to do my homework
      pay someone to do my coursework; cheap essay; essay mill; essay mills; essay bot; essay generator
      ai essay writer; ai essay generator; free ai essay writer; ai homework solver; homework solver
      homework answers; sparx answers; sparx maths answers; sparx reader answers; seneca answers
      hegarty answers; mathswatch answers; mymaths answers; educake answers; tassomai answers
      kerboodle answers; edpuzzle answers; quizizz answers; kahoot answers; photomath; gauthmath; brainly
      chegg; chegg free; chegg unlocked; course hero unlock; coursehero unlock; bypass turnitin
      how to bypass turnitin; trick turnitin; humanize ai text; humanise ai text; ai humanizer; ai humaniser
      undetectable ai; bypass ai detector; how to bypass ai detection; avoid ai detection
      how to cheat in an exam; how to cheat on a test; how to cheat in exams; how to cheat in a test
      how to cheat in gcse; how to cheat on homework; leaked gcse papers; leaked exam papers; gcse leaks 2026
      gcse paper leak; a level paper leak; leaked a level papers; leaked papers telegram; buy gcse papers
      exam leak telegram; chatgpt write my essay
    `),
    exceptions: phrases(`
      essay mills ban; essay mills illegal; why are essay mills illegal; how to do my homework faster
      motivation to do my homework; cant do my homework; help me do my homework; i want to do my homework
      how do i do my homework; when to do my homework
    `),
  },
}
