import { HostTable } from './host-table.ts'

/**
 * Endings under which anybody puts up a site in a minute, with a name they choose: where new web proxies appear first.
 * Places that give every site a random name of their own (previews of code, cloud builders) are left out: there such a name says nothing.
 */
export const freeHosting = new HostTable<true>([
  [
    `pages.dev workers.dev vercel.app now.sh netlify.app onrender.com fly.dev up.railway.app replit.app repl.co glitch.me herokuapp.com
     koyeb.app deno.dev web.app firebaseapp.com github.io gitlab.io surge.sh cyclic.app adaptable.app zeabur.app
     trycloudflare.com ngrok.io ngrok-free.app ngrok.app loca.lt serveo.net eu.org us.kg pp.ua is-a.dev
     000webhostapp.com infinityfreeapp.com rf.gd epizy.com great-site.net edgeone.app tiiny.site neocities.org weebly.com
     duckdns.org ddns.net hopto.org zapto.org sytes.net my.id biz.id web.id`,
    true,
  ],
])
