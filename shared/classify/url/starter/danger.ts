import { entries, type StarterList } from './host-text.ts'

/** Sites that show, sell or encourage harm to a person. */
export const dangerHosts = {
  violence: entries(`
    bestgore.com kaotic.com documentingreality.com livegore.com goregrish.com theync.com crazyshit.com
    efukt.com heavy-r.com deathtube.net leakreality.com hoodsite.com runthegauntlet.org ogrish.com
    liveleak.com rotten.com nothingtoxic.com shockgore.com seegore.com deepgoretube.site gorecenter.com
    watchpeopledie.tv worldstarhiphop.com xrares.com funker530.com itemfix.com hoodsite.cc goreforum.com
    2girls1cup.com 1man1jar.org goatse.cx meatspin.com lemonparty.org painolympics.org horriblevideos.com
  `),
  weapons: entries(`
    gunbroker.com cheaperthandirt.com budsgunshop.com palmettostatearmory.com brownells.com midwayusa.com
    midwayuk.com guntrader.uk guntrader.co.uk gunstar.co.uk gunsonpegs.com justairguns.co.uk pellpax.co.uk
    solware.co.uk bbguns4less.co.uk onlybbguns.co.uk bbguns.co.uk patrolbase.co.uk zerooneairsoft.com
    taiwangun.com wolfarmouries.co.uk airsoftworld.net heinnie.com knifecenter.com bladehq.com
    bladesandbows.co.uk dnaleisure.com knifewarehouse.co.uk coldsteel.com glock.com smith-wesson.com
    sigsauer.com beretta.com ruger.com colt.com heckler-koch.com armslist.com gunsamerica.com
    gunsinternational.com impactguns.com sportsmansguide.com defcad.com ghostgunner.net ctrlpew.com
    thefirearmblog.com ar15.com gunauction.com ammoland.com luckygunner.com nra.org barnettcrossbows.com
    battlemerchant.com umarex.com umarexusa.com zombietools.net
  `),
  'self-harm': entries(`
    sanctioned-suicide.net sanctionedsuicide.com sanctionedsuicide.net
    sanctionedsuicide.site lostallhope.com ashbusstop.org satanservice.org
  `),
  'eating-disorders': entries(`
    myproana.com edsupportforum.com proanatips.org theproanalifestyle.com houseofthin.com prothinspo.com
    thinspo.com bluedragonfly.org missanamia.com pro-ana-nation.fr
  `),
  drugs: entries(`
    vapeclub.co.uk vapesuperstore.co.uk vapeuk.co.uk totallywicked-eliquid.co.uk vpz.co.uk
    electrictobacconist.co.uk vampirevape.co.uk evapo.co.uk vapourism.co.uk ecigarettedirect.co.uk
    ecigwizard.com jacvapour.com grey-haze.co.uk royalflushvape.co.uk ukecigstore.com vapestore.co.uk
    vapeandgo.co.uk vapourcore.com vuse.com blu.com juul.com juul.co.uk elfbar.com elfbar.co.uk lostmary.com
    lostmary.co.uk geekvape.com smoktech.com vaporesso.com voopoo.com aspirecig.com elementvape.com
    vaporfi.com vapordna.com eightvape.com vape.com vaping.com vaping360.com eleafworld.com directvapor.com
    haypp.com northerner.com snusdirect.com nicokick.com zyn.com velo.com weedmaps.com leafly.com
    hightimes.com 420magazine.com rollitup.org thcfarmer.com icmag.com grasscity.com cannabis.com
    marijuana.com leafbuyer.com royalqueenseeds.com royalqueenseeds.co.uk seedsman.com sensiseeds.com ilgm.com
    attitudeseedbank.com cannabis-seeds-bank.co.uk dutch-passion.com barneysfarm.com herbiesheadshop.com
    zamnesia.com azarius.net everyonedoesit.com shivaonline.co.uk smokecartel.com dailyhighclub.com
    shroomery.org mycotopia.net bluelight.org drugs-forum.com lycaeum.org silkroad.com smartwhip.com
    creamdeluxe.com kratom.com steroid.com thinksteroids.com eroids.com evolutionary.org modafinilxl.com
    thewhiskyexchange.com masterofmalt.com majestic.co.uk drinksupermarket.com thebottleclub.com
    laithwaites.co.uk nakedwines.co.uk nakedwines.com virginwines.co.uk beerwulf.com brewdog.com
    beerhawk.co.uk smirnoff.com jackdaniels.com absolut.com bacardi.com captainmorgan.com jagermeister.com
    jimbeam.com johnniewalker.com guinness.com budweiser.com heineken.com carlsberg.com carling.com drizly.com
    cigarsunlimited.co.uk cgarsltd.co.uk jjfox.co.uk havanahouse.co.uk simplycigars.co.uk marlboro.com
    camel.com iqos.com
  `),
  hate: entries(`
    stormfront.org dailystormer.com dailystormer.name dailystormer.su vdare.com amren.com jihadwatch.org
    nationalvanguard.org natall.com nazi-lauck-nsdapao.com resist.com godhatesfags.com barenakedislam.com
    whitehonor.com davidduke.com counter-currents.com americannaziparty.com nsm88.org kkk.com kkk.bz
    kkkknights.com ihr.org codoh.com radioislam.org jewwatch.com incels.is incels.co incels.me
    returnofkings.com rooshv.com kiwifarms.net kiwifarms.st bnp.org.uk nationalfront.info britainfirst.org
    pegida.de patrioticalternative.org.uk redice.tv renegadetribune.com theoccidentalobserver.net
    vanguardnewsnetwork.com rense.com unz.com gab.com poal.co 8kun.top 8ch.net encyclopediadramatica.online
    encyclopediadramatica.se encyclopediadramatica.wiki
  `),
  extremism: entries(`
    ironmarch.org fascistforge.com bloodandhonour.org aryan-nations.org alneda.com kavkazcenter.com
    armyofgod.com
  `),
  misinformation: entries(`
    infowars.com naturalnews.com beforeitsnews.com davidicke.com theflatearthsociety.org tfes.org wnd.com
    thegatewaypundit.com zerohedge.com yournewswire.com newspunch.com thepeoplesvoice.tv worldtruth.tv
    collective-evolution.com activistpost.com veteranstoday.com whatreallyhappened.com prisonplanet.com
    abovetopsecret.com godlikeproductions.com childrenshealthdefense.org mercola.com greenmedinfo.com
    stopmandatoryvaccination.com realfarmacy.com healthimpactnews.com neonnettle.com theepochtimes.com rt.com
    sputniknews.com sputnikglobe.com bigleaguepolitics.com conservativedailypost.com thefederalistpapers.org
    bitchute.com rumble.com odysee.com brighteon.com banned.video parler.com gettr.com truthsocial.com
    nationalreport.net worldnewsdailyreport.com huzlers.com empirenews.net now8news.com
    thelastlineofdefense.org expose-news.com thelightpaper.co.uk ukcolumn.org 21stcenturywire.com
    geoengineeringwatch.org nowtheendbegins.com dailyexpose.uk off-guardian.org swprs.org
  `),
} as const satisfies StarterList
