/**
 * Hosts that forgers of addresses like best, and those a school's own people sign in to. Names of whole registrable domains; what lies
 * below them is covered. That a host stands here says nothing about it but that others pretend to be it.
 */
export const impersonatedHosts: readonly string[] = `
  google.com google.co.uk gmail.com youtube.com android.com microsoft.com microsoftonline.com office.com office365.com outlook.com
  live.com hotmail.com sharepoint.com onedrive.com bing.com msn.com windows.com skype.com apple.com icloud.com yahoo.com aol.com
  proton.me protonmail.com amazon.com amazon.co.uk ebay.com ebay.co.uk paypal.com paypal.me stripe.com klarna.com wise.com revolut.com
  monzo.com starlingbank.com visa.com visa.co.uk mastercard.com americanexpress.com westernunion.com moneygram.com
  barclays.co.uk barclays.com hsbc.co.uk hsbc.com lloydsbank.com lloydsbank.co.uk natwest.com rbs.co.uk santander.co.uk santander.com
  halifax.co.uk nationwide.co.uk tsb.co.uk metrobankonline.co.uk firstdirect.com co-operativebank.co.uk virginmoney.com
  bankofscotland.co.uk bankofamerica.com chase.com chase.co.uk wellsfargo.com citibank.com capitalone.com usbank.com
  deutsche-bank.de sparkasse.de commerzbank.de bnpparibas.com bnpparibas.net credit-agricole.fr labanquepostale.fr unicredit.it bbva.com
  caixabank.es coinbase.com binance.com kraken.com blockchain.com metamask.io opensea.io
  facebook.com fb.com instagram.com whatsapp.com messenger.com threads.net twitter.com x.com tiktok.com snapchat.com pinterest.com
  pinterest.co.uk linkedin.com reddit.com tumblr.com discord.com discord.gg telegram.org signal.org wechat.com vk.com twitch.tv
  kick.com bereal.com quora.com zoom.us slack.com dropbox.com box.com wetransfer.com docusign.com adobe.com canva.com notion.so
  netflix.com spotify.com disneyplus.com primevideo.com hulu.com crunchyroll.com soundcloud.com
  roblox.com minecraft.net mojang.com epicgames.com fortnite.com steampowered.com steamcommunity.com playstation.com xbox.com
  nintendo.com nintendo.co.uk ea.com ubisoft.com riotgames.com leagueoflegends.com blizzard.com battle.net rockstargames.com
  supercell.com chess.com itch.io
  github.com gitlab.com stackoverflow.com wikipedia.org cloudflare.com godaddy.com wordpress.com wix.com mozilla.org openai.com
  chatgpt.com claude.ai perplexity.ai samsung.com huawei.com dell.com lenovo.com logitech.com nvidia.com intel.com
  bbc.co.uk bbc.com theguardian.com sky.com channel4.com itv.com cnn.com nytimes.com
  gov.uk nhs.uk royalmail.com parcelforce.com dhl.com dhl.co.uk dpd.co.uk evri.com ups.com fedex.com usps.com
  tesco.com sainsburys.co.uk asda.com argos.co.uk johnlewis.com marksandspencer.com next.co.uk asos.com boots.com currys.co.uk
  aliexpress.com alibaba.com temu.com shein.com shein.co.uk vinted.co.uk vinted.com gumtree.com etsy.com walmart.com bestbuy.com
  booking.com airbnb.com airbnb.co.uk uber.com deliveroo.co.uk justeat.co.uk just-eat.co.uk ryanair.com easyjet.com
  britishairways.com trainline.com thetrainline.com ticketmaster.co.uk ticketmaster.com
  vodafone.co.uk vodafone.com ee.co.uk o2.co.uk three.co.uk bt.com virginmedia.com talktalk.co.uk giffgaff.com
  parentpay.com schoolcomms.com arbor-education.com arbor.sc bromcom.com sims.co.uk capita-sims.co.uk isams.com isams.cloud
  firefly.com fireflycloud.net satchelone.com showmyhomework.co.uk classcharts.com classdojo.com seesaw.me tapestryjournal.com
  purplemash.com ttrockstars.com mymaths.co.uk sparxmaths.com sparx-learning.com hegartymaths.com senecalearning.com gcsepod.com
  educake.co.uk kerboodle.com quizlet.com kahoot.com kahoot.it duolingo.com khanacademy.org mathletics.com timestables.co.uk
  educationcity.com schoolsbuddy.net parentmail.co.uk evolve.edufocus.co.uk cpoms.net mycpoms.com myconcern.co.uk
  ucas.com jcq.org.uk aqa.org.uk ocr.org.uk pearson.com savethechildren.org.uk childline.org.uk nspcc.org.uk samaritans.org
`
  .split(/\s+/)
  .filter((host) => host !== '')
