import { entries, type StarterList } from './host-text.ts'

/** Help for a child or an adult who cares for one: never blocked, never flagged, never on a teacher's tile. */
export const supportHosts = {
  support: entries(`
    childline.org.uk nspcc.org.uk reportremove.org.uk ceop.police.uk ceopeducation.co.uk thinkuknow.co.uk
    nhs.uk nhs24.scot nhsinform.scot samaritans.org papyrus-uk.org giveusashout.org youngminds.org.uk
    kooth.com themix.org.uk brook.org.uk mind.org.uk rethink.org sane.org.uk mentalhealth.org.uk
    mentalhealth-uk.org annafreud.org time-to-change.org.uk headstogether.org.uk place2be.org.uk
    barnardos.org.uk childrenssociety.org.uk actionforchildren.org.uk savethechildren.org.uk stem4.org.uk
    selfharm.co.uk harmless.org.uk lifesigns.org.uk nshn.co.uk calmharm.co.uk thecalmzone.net stayingsafe.net
    stayalive.app grassrootssuicideprevention.org.uk prevent-suicide.org.uk uksobs.org suicideandco.org
    hubofhope.co.uk chasingthestigma.co.uk zerosuicidealliance.com spuk.org.uk beateatingdisorders.org.uk
    anorexiabulimiacare.org.uk talk-ed.org.uk seedeatingdisorders.org.uk talktofrank.com release.org.uk
    wearewithyou.org.uk changegrowlive.org turning-point.co.uk adfam.org.uk dan247.org.uk nacoa.org.uk
    drinkaware.co.uk alcoholchange.org.uk alcoholics-anonymous.org.uk al-anonuk.org.uk ukna.org ash.org.uk
    dancesafe.org wearetheloop.org crew.scot crew2000.org.uk gamcare.org.uk begambleaware.org
    gamblersanonymous.org.uk gamstop.co.uk bigdeal.org.uk ygam.org gamblingwithlives.org stonewall.org.uk
    stonewallscotland.org.uk mermaidsuk.org.uk switchboard.lgbt genderedintelligence.co.uk galop.org.uk
    akt.org.uk youngstonewall.org.uk lgbthealth.org.uk lgbtyouth.org.uk mindout.org.uk justlikeus.org
    diversityrolemodels.org allsortsyouth.org.uk theproudtrust.org theintercomtrust.org.uk imaan.org.uk
    tht.org.uk fflag.org.uk thetrevorproject.org itgetsbetter.org glaad.org pflag.org glsen.org hrc.org
    translifeline.org mosaictrust.org.uk beyond-reflections.org.uk winstonswish.org childbereavementuk.org
    cruse.org.uk hopeagain.org.uk griefencounter.org.uk sudden.org refuge.org.uk nationaldahelpline.org.uk
    womensaid.org.uk thehideout.org.uk respect.uk.net respectphoneline.org.uk mensadviceline.org.uk
    mankind.org.uk disrespectnobody.co.uk loverespect.co.uk rapecrisis.org.uk thesurvivorstrust.org
    survivorsuk.org napac.org.uk victimsupport.org.uk 247sexualabusesupport.org.uk safeline.org.uk
    stopitnow.org.uk lucyfaithfull.org.uk shorespace.org.uk iwf.org.uk revengepornhelpline.org.uk stopncii.org
    takeitdown.ncmec.org missingkids.org missingpeople.org.uk runawayhelpline.org.uk forcedmarriage.net
    karmanirvana.org.uk freedomcharity.org.uk ikwro.org.uk forwarduk.org.uk nationalfgmcentre.org.uk
    modernslaveryhelpline.org unseenuk.org stopthetraffik.org paceuk.info catch-22.org.uk fearless.org
    crimestoppers-uk.org actearly.uk educateagainsthate.com exituk.org tellmamauk.org cst.org.uk
    stophateuk.org report-it.org.uk kickitout.org theredcard.org anti-bullyingalliance.org.uk
    anti-bullyingpro.com bullying.co.uk bulliesout.com kidscape.org.uk nationalbullyinghelpline.co.uk
    ditchthelabel.org diana-award.org.uk antibullyingpro.com respectme.org.uk childnet.com
    saferinternet.org.uk reportharmfulcontent.com swgfl.org.uk internetmatters.org parentzone.org.uk
    parentsafe.lgfl.net commonsensemedia.org projectevolve.co.uk getsafeonline.org stopbreathethink.com
    sexwise.org.uk fpa.org.uk sexeducationforum.org.uk sh24.org.uk scarleteen.com sexetc.org
    goaskalice.columbia.edu amaze.org plannedparenthood.org msichoices.org.uk mariestopes.org.uk bpas.org
    nupas.co.uk bishuk.com plannedparenthoodaction.org advocatesforyouth.org siecus.org familylives.org.uk
    gingerbread.org.uk relate.org.uk voicesinthemiddle.com carers.org carersuk.org becomecharity.org.uk
    coramvoice.org.uk nyas.net childlawadvice.org.uk childrenscommissioner.gov.uk justforkidslaw.org
    youthaccess.org.uk citizensadvice.org.uk turn2us.org.uk shelter.org.uk centrepoint.org.uk stepchange.org
    nightline.ac.uk studentminds.org.uk studentspace.org.uk rcpsych.ac.uk bacp.co.uk nopanic.org.uk
    anxietyuk.org.uk ocdaction.org.uk ocduk.org bipolaruk.org depressionuk.org hearing-voices.org
    adhdfoundation.org.uk adhduk.co.uk autism.org.uk ambitiousaboutautism.org.uk mencap.org.uk scope.org.uk
    contact.org.uk epilepsy.org.uk diabetes.org.uk cancerresearchuk.org macmillan.org.uk breastcancernow.org
    teenagecancertrust.org healthforteens.co.uk healthforkids.co.uk docready.org muslimyouthhelpline.org
    myh.org.uk mwnhelpline.co.uk thesilverline.org.uk supportline.org.uk getconnected.org.uk meiccymru.org
    childreninwales.org.uk youthscotland.org.uk lifelinehelpline.info nexusni.org mindingyourhead.info
    breathingspace.scot seemescotland.org togetherall.com elefriends.org.uk tellmi.help headspace.com
    blurtitout.org ripplesuicideprevention.com findahelpline.com befrienders.org 988lifeline.org
    crisistextline.org suicidepreventionlifeline.org spunout.ie reachout.com headspace.org.au
    youthbeyondblue.com kidshelpline.com.au kidshelpphone.ca
  `),
} as const satisfies StarterList
