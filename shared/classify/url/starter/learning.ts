import { entries, type StarterList } from './host-text.ts'

/** What a school is for: never blocked for its category. */
export const learningHosts = {
  education: entries(`
    classroom.google.com docs.google.com drive.google.com sites.google.com forms.google.com office.com
    microsoft365.com sharepoint.com teams.microsoft.com onenote.com education.microsoft.com khanacademy.org
    thenational.academy senecalearning.com sparxmaths.com sparxmaths.uk sparxreader.com sparxscience.com
    hegartymaths.com mymaths.co.uk drfrostmaths.com corbettmaths.com mathsgenie.co.uk physicsandmathstutor.com
    onmaths.com mathswatch.co.uk maths.org mathsbot.com mathsisfun.com desmos.com geogebra.org
    wolframalpha.com ttrockstars.com numbots.com timestables.co.uk topmarks.co.uk ictgames.com
    phonicsplay.co.uk purplemash.com 2simple.com twinkl.co.uk twinkl.com tes.com educationcity.com
    discoveryeducation.co.uk mathletics.com mathletics.co.uk spellingshed.com readingeggs.co.uk
    oxfordowl.co.uk oxfordreadingbuddy.com getepic.com renaissance.com renlearn.co.uk bedrocklearning.org
    literacyplanet.com spag.com grammarly.com duolingo.com memrise.com linguascope.com languagenut.com
    activelearnprimary.co.uk pearsonactivelearn.com kerboodle.com collins.co.uk cgpbooks.co.uk
    hoddereducation.co.uk boardworks.co.uk savemyexams.com savemyexams.co.uk revisionworld.com s-cool.co.uk
    getrevising.co.uk tutor2u.net cognitoedu.org uplearn.co.uk isaacphysics.org isaacscience.org
    isaaccomputerscience.org adapt.online gojimo.com quizlet.com kahoot.com kahoot.it blooket.com gimkit.com
    quizizz.com wayground.com socrative.com nearpod.com edpuzzle.com padlet.com mentimeter.com menti.com
    flip.com plickers.com peardeck.com formative.com classdojo.com seesaw.me showbie.com satchelone.com
    showmyhomework.co.uk classcharts.com firefly.online fireflycloud.net arbor.sc sims.co.uk parentpay.com
    parentmail.co.uk wonde.com clever.com code.org hourofcode.com codecademy.com codecombat.com tynker.com
    raspberrypi.org raspberrypi.com microbit.org makecode.com replit.com w3schools.com freecodecamp.org
    stackoverflow.com python.org trinket.io thonny.org github.com codeclub.org coderdojo.com
    teachcomputing.org barefootcomputing.org computingatschool.org.uk idea.org.uk csunplugged.org aqa.org.uk
    ocr.org.uk pearson.com wjec.co.uk eduqas.co.uk ccea.org.uk sqa.org.uk jcq.org.uk
    cambridgeinternational.org cambridgeassessment.org.uk ibo.org rsc.org rsb.org.uk iop.org ucas.com
    nationalcareers.service.gov.uk careerpilot.org.uk icould.com unifrog.org unitasterdays.com
    thecompleteuniversityguide.co.uk whatuni.com futurelearn.com open.edu coursera.org edx.org udacity.com
    ted.com crashcourse.com phet.colorado.edu mit.edu stanford.edu harvard.edu ox.ac.uk cam.ac.uk
    imperial.ac.uk ucl.ac.uk lse.ac.uk kcl.ac.uk ed.ac.uk manchester.ac.uk bristol.ac.uk warwick.ac.uk
    durham.ac.uk gla.ac.uk leeds.ac.uk sheffield.ac.uk nottingham.ac.uk birmingham.ac.uk southampton.ac.uk
    exeter.ac.uk york.ac.uk liverpool.ac.uk cardiff.ac.uk st-andrews.ac.uk abdn.ac.uk qub.ac.uk bath.ac.uk
    lboro.ac.uk sussex.ac.uk kent.ac.uk essex.ac.uk lancaster.ac.uk reading.ac.uk qmul.ac.uk city.ac.uk
    soas.ac.uk open.ac.uk swansea.ac.uk aber.ac.uk bangor.ac.uk arts.ac.uk brookes.ac.uk mmu.ac.uk shu.ac.uk
    hull.ac.uk le.ac.uk uea.ac.uk surrey.ac.uk lgfl.net lgfl.org.uk swgfl.org naace.co.uk stem.org.uk
    royalsociety.org rigb.org nhm.ac.uk sciencemuseum.org.uk britishmuseum.org vam.ac.uk tate.org.uk
    nationalgallery.org.uk npg.org.uk iwm.org.uk rmg.co.uk museumoflondon.org.uk bl.uk nationalarchives.gov.uk
    english-heritage.org.uk nationaltrust.org.uk historicengland.org.uk kew.org zsl.org rspb.org.uk
    rspca.org.uk woodlandtrust.org.uk metoffice.gov.uk bgs.ac.uk ordnancesurvey.co.uk
    digimapforschools.edina.ac.uk rgs.org history.org.uk annefrank.org het.org.uk ushmm.org yadvashem.org
    rsc.org.uk shakespeare.org.uk globeplayer.tv poetryfoundation.org poetrybyheart.org.uk booktrust.org.uk
    literacytrust.org.uk sparknotes.com litcharts.com nosweatshakespeare.com cliffsnotes.com gutenberg.org
    musictheory.net chromemusiclab.withgoogle.com charanga.com focusonsound.com abrsm.org trinitycollege.com
    canva.com tinkercad.com nasa.gov esa.int cern.ch britishscienceassociation.org youngscot.org dofe.org
    scouts.org.uk girlguiding.org.uk pshe-association.org.uk young-enterprise.org.uk
  `),
  reference: entries(`
    wikipedia.org wikimedia.org wikidata.org wiktionary.org wikibooks.org wikisource.org wikivoyage.org
    wikiquote.org britannica.com school.eb.co.uk britannicaeducation.com worldbookonline.com encyclopedia.com
    oed.com oxforddictionaries.com oxfordlearnersdictionaries.com dictionary.com thesaurus.com
    merriam-webster.com collinsdictionary.com dictionary.cambridge.org vocabulary.com etymonline.com
    wordreference.com linguee.com deepl.com translate.google.com reverso.net jstor.org scholar.google.com
    books.google.com books.google.co.uk sciencedirect.com nature.com science.org plos.org arxiv.org
    ncbi.nlm.nih.gov researchgate.net archive.org howstuffworks.com livescience.com space.com sciencenews.org
    scientificamerican.com nationalgeographic.com nationalgeographic.co.uk nationalgeographic.org
    worldatlas.com infoplease.com ourworldindata.org gapminder.org worldometers.info cia.gov un.org who.int
    worldbank.org timeanddate.com spartacus-educational.com history.com historyextra.com historic-uk.com
    worldhistory.org biography.com bbcgoodfood.com rhs.org.uk snopes.com fullfact.org politifact.com
    maps.google.com openstreetmap.org streetmap.co.uk nationalrail.co.uk tfl.gov.uk wikihow.com dkfindout.com
    allaboutbirds.org plato.stanford.edu iep.utm.edu bible.com biblegateway.com quran.com sacred-texts.com
    chemguide.co.uk periodictable.com ptable.com webelements.com patient.info mayoclinic.org webmd.com
    medlineplus.gov healthline.com kidshealth.org developer.mozilla.org
  `),
} as const satisfies StarterList
