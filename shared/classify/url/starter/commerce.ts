import { entries, type StarterList } from './host-text.ts'

/** Betting, buying, selling and being sold to. */
export const commerceHosts = {
  gambling: entries(`
    bet365.com williamhill.com ladbrokes.com coral.co.uk paddypower.com betfair.com skybet.com skyvegas.com
    skycasino.com skypoker.com skybingo.com betfred.com betvictor.com unibet.co.uk unibet.com 888.com
    888casino.com 888sport.com 888poker.com betway.com bwin.com 10bet.co.uk 10bet.com boylesports.com
    spreadex.com sportingindex.com quinnbet.com virginbet.com virgingames.com livescorebet.com kwiff.com
    betuk.com parimatch.co.uk tombola.co.uk meccabingo.com galabingo.com galacasino.com galaspins.com
    foxybingo.com foxygames.com buzzbingo.com jackpotjoy.com heartbingo.co.uk sunbingo.co.uk mirrorbingo.com
    mrq.com casumo.com leovegas.com videoslots.com grosvenorcasinos.com mrgreen.com partycasino.com
    partypoker.com pokerstars.com pokerstars.uk pokerstars.net ggpoker.com ggpoker.co.uk
    national-lottery.co.uk lottoland.co.uk postcodelottery.co.uk healthlottery.co.uk thelotter.com omaze.co.uk
    stake.com roobet.com rollbit.com duelbits.com gamdom.com csgoroll.com csgoempire.com hellcase.com
    500.casino bloxflip.com skin.club key-drop.com datdrop.com csgolounge.com csgo500.com csgofast.com
    csgopolygon.com csgobig.com bandit.camp rustypot.com rain.gg clash.gg bovada.lv draftkings.com fanduel.com
    betmgm.co.uk betmgm.com midnite.com rizk.com 32red.com oddschecker.com racingpost.com smarkets.com
    matchbook.com betdaq.com oddsmonkey.com timeform.com attheraces.com sportinglife.com freebets.co.uk
    bookies.com casino.org casino.com casinoguru-en.com casino.guru slotomania.com caesars.com
    doubledowncasino.com huuugegames.com mybookie.ag betonline.ag 1xbet.com 22bet.com mostbet.com melbet.com
    pinnacle.com sbobet.com betsson.com betsafe.com nordicbet.com tipico.com tipico.de interwetten.com
    williamhillcasino.com sportingbet.com karamba.com playojo.com slingo.com bingo.com winkbingo.com
    costabingo.com butlersbingo.com robinhoodbingo.com sportsbetting.ag jackpotcity.co.uk
    jackpotcitycasino.com spincasino.com bitstarz.com bc.game cloudbet.com fortunejack.com primedice.com
    betfury.io polymarket.com kalshi.com prizepicks.com tote.co.uk colossusbets.com footballpools.com
    thepools.com totepool.com gentingcasino.com hippodromecasino.com hippodromeonline.com luckynugget.com
    royalvegascasino.com slotsheaven.com betat.co.uk
  `),
  shopping: entries(`
    amazon.co.uk amazon.com ebay.co.uk ebay.com argos.co.uk tesco.com sainsburys.co.uk asda.com morrisons.com
    aldi.co.uk lidl.co.uk waitrose.com ocado.com marksandspencer.com johnlewis.com next.co.uk asos.com
    boohoo.com prettylittlething.com missguided.co.uk shein.com shein.co.uk temu.com aliexpress.com
    alibaba.com wish.com etsy.com depop.com vinted.co.uk vinted.com gumtree.com preloved.co.uk zara.com hm.com
    uniqlo.com primark.com newlook.com riverisland.com topshop.com matalan.co.uk very.co.uk littlewoods.com
    currys.co.uk ao.com scan.co.uk overclockers.co.uk ebuyer.com box.co.uk webuy.com game.co.uk smythstoys.com
    thetoyshop.com hamleys.com jdsports.co.uk sportsdirect.com nike.com adidas.co.uk adidas.com gymshark.com
    decathlon.co.uk footasylum.com footlocker.co.uk stockx.com goat.com boots.com superdrug.com
    lookfantastic.com beautybay.com cultbeauty.co.uk sephora.co.uk ikea.com wayfair.co.uk dunelm.com
    screwfix.com diy.com wickes.co.uk homebase.co.uk therange.co.uk wilko.com bmstores.co.uk poundland.co.uk
    hobbycraft.co.uk waterstones.com whsmith.co.uk wordery.com worldofbooks.com play-asia.com zavvi.com
    hmv.com notonthehighstreet.com moonpig.com funkypigeon.com just-eat.co.uk deliveroo.co.uk ubereats.com
    dominos.co.uk mcdonalds.com kfc.co.uk hotukdeals.com groupon.co.uk vouchercodes.co.uk topcashback.co.uk
    quidco.com pricerunner.com pricespy.co.uk idealo.co.uk ticketmaster.co.uk seetickets.com viagogo.co.uk
    stubhub.co.uk autotrader.co.uk rightmove.co.uk zoopla.co.uk booking.com airbnb.co.uk skyscanner.net
    lastminute.com walmart.com target.com bestbuy.com hollisterco.com abercrombie.com urbanoutfitters.com
    bershka.com pullandbear.com stradivarius.com
  `),
  advertising: entries(`
    doubleclick.net googlesyndication.com googleadservices.com adservice.google.com amazon-adsystem.com
    adnxs.com criteo.com criteo.net taboola.com outbrain.com pubmatic.com rubiconproject.com openx.net
    casalemedia.com indexww.com adsrvr.org mathtag.com smartadserver.com adform.net teads.tv yieldmo.com
    sharethrough.com media.net revcontent.com mgid.com zergnet.com adroll.com quantserve.com
    scorecardresearch.com moatads.com adsafeprotected.com bidswitch.net 33across.com gumgum.com sovrn.com
    lijit.com triplelift.com propellerads.com popads.net popcash.net adsterra.com exoclick.com juicyads.com
    trafficjunky.net adcolony.com applovin.com vungle.com chartboost.com inmobi.com unityads.unity3d.com
    admob.com adcash.com adnow.com hilltopads.com clickadu.com trafficstars.com spotx.tv spotxchange.com
    flashtalking.com serving-sys.com advertising.com
  `),
  cryptocurrency: entries(`
    coinbase.com binance.com kraken.com crypto.com gemini.com bitstamp.net bitfinex.com kucoin.com okx.com
    bybit.com huobi.com gate.io etoro.com coinmarketcap.com coingecko.com blockchain.com blockchain.info
    bitcoin.org bitcoin.com ethereum.org dogecoin.com litecoin.org ripple.com solana.com cardano.org
    coindesk.com cointelegraph.com decrypt.co metamask.io trustwallet.com exodus.com ledger.com trezor.io
    opensea.io rarible.com nicehash.com localbitcoins.com bitpay.com moonpay.com uniswap.org
    pancakeswap.finance dextools.io pump.fun coinjar.com bitcointalk.org cryptocompare.com
  `),
  'job-search': entries(`
    indeed.co.uk indeed.com reed.co.uk totaljobs.com monster.co.uk monster.com cv-library.co.uk jobsite.co.uk
    glassdoor.co.uk glassdoor.com adzuna.co.uk cwjobs.co.uk fish4.co.uk jobs.ac.uk jobs.theguardian.com
    caterer.com milkround.com targetjobs.co.uk gradcracker.com ratemyplacement.co.uk studentjob.co.uk
    e4s.co.uk upwork.com fiverr.com freelancer.com peopleperhour.com ziprecruiter.co.uk ziprecruiter.com
    simplyhired.co.uk careerjet.co.uk jobrapido.com jooble.org hays.co.uk randstad.co.uk michaelpage.co.uk
    adecco.co.uk manpower.co.uk linkup.com
  `),
  astrology: entries(`
    astrology.com horoscope.com astro.com cafeastrology.com astrologyzone.com russellgrant.com
    jonathancainer.com cainer.com tarot.com horoscopes.co.uk freewillastrology.com ganeshaspeaks.com
    astrosage.com astrostyle.com costarastrology.com thepattern.com keen.com kasamba.com psychicsource.com
    californiapsychics.com oranum.com numerology.com yourtango.com astro-seek.com
  `),
} as const satisfies StarterList
