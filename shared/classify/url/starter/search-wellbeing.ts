import { helpSought, phrases, sought, type StarterSearchWords } from './phrase-text.ts'

/** Harm to oneself. Feelings are told and met with help; only a search for methods or encouragement is stopped. */
export const wellbeingSearchWords: StarterSearchWords = {
  'self-harm': {
    phrases: [
      ...sought(`
        how to kill myself; how do i kill myself; how can i kill myself; ways to kill myself
        best way to kill myself; easiest way to kill myself; how to kill yourself; ways to kill yourself
        easiest way to kill yourself; how to commit suicide; ways to commit suicide
        easiest way to commit suicide; painless suicide; painless way to die; painless ways to die
        easy way to die; easy ways to die; easiest way to die; quickest way to die; fastest way to die
        how to die painlessly; how to die quickly; how to end my life; ways to end my life
        best way to end my life; suicide methods; suicide method; best suicide method; suicide forum
        suicide forums; sanctioned suicide; suicide pact; suicide partner; suicide chat room
        suicide note template; how to write a suicide note; suicide note examples; how many pills to overdose
        how many paracetamol to die; how many tablets to die; how much paracetamol to overdose; how to overdose
        lethal dose of paracetamol; overdose on paracetamol to die; how to hang myself; how to hang yourself
        how to tie a noose; how to self harm; ways to self harm; how to cut myself; how to cut your wrists
        how to slit my wrists; best place to cut myself; how to hide self harm; how to hide self harm scars
        how to hide cuts from parents; what to use to self harm; where to cut yourself; self harm pictures
        self harm tumblr; self harm blood
      `),
      ...helpSought(`
        kill myself; killing myself; i want to die; i wanna die; wanna die; i wish i was dead
        i wish i were dead; wish i was never born; better off dead; better off without me; no reason to live
        nothing to live for; dont want to live; dont want to be alive; dont want to be here anymore
        tired of living; end my life; feel suicidal; feeling suicidal; i am suicidal; im suicidal; am i suicidal
        suicidal thoughts; thoughts of suicide; thinking about suicide; thinking of suicide; suicidal help
        suicide help; friend is suicidal; my friend wants to die; my friend wants to kill herself
        my friend wants to kill himself; my friend is self harming; my friend self harms; i self harm
        i am self harming; ive been self harming; stop self harming; how to stop self harm; stop cutting myself
        cutting myself; hurting myself; i cut myself on purpose; want to hurt myself; urge to self harm
        self harm urges; i hate my life and want to die; life is not worth living; is life worth living
        want it all to end; want to disappear forever; i took an overdose; i have taken an overdose
        ive taken an overdose; i took too many pills; i took too many tablets
      `),
    ],
    exceptions: phrases(`
      how to cut myself some slack; how to cut myself a fringe; i wanna die lyrics
      i want to die in new orleans; killing myself laughing; cutting myself some slack; how to overdose proof
      how to cut myself a quiff
    `),
  },
  'eating-disorders': {
    phrases: [
      ...sought(`
        pro ana; proana; pro ana tips; pro mia; promia; ana tips; ana tips and tricks; ana buddy; ana coach
        ana diet; thinspo; thinspiration; bonespo; meanspo; fitspo thinspo; skinny inspiration
        how to become anorexic; how to be anorexic; how to get anorexia; how to get an eating disorder
        how to be bulimic; how to become bulimic; how to make yourself throw up; how to make myself throw up
        how to make myself sick after eating; how to throw up after eating; how to purge; how to purge quietly
        purging tips; how to starve myself; how to starve yourself; starve myself; abc diet anorexia
        anorexia diet plan; 500 calorie a day diet; 300 calorie diet; water fast for a week to lose weight
        how to hide not eating; how to hide an eating disorder; how to stop feeling hungry and not eat
        laxatives to lose weight; laxatives for weight loss; how to lose 10kg in a week; lose a stone in a week
        my pro ana; skinny legs thinspo; thigh gap inspo
      `),
      ...helpSought(`
        do i have an eating disorder; am i anorexic; am i bulimic; eating disorder help
        i think i have an eating disorder; help with eating disorder; scared to eat
        i cant stop making myself sick; my friend is not eating; my friend has an eating disorder
        my friend is anorexic; how to stop binge eating; how to stop purging; how to stop making myself sick
        recover from anorexia; anorexia recovery; i feel fat and hate my body
      `),
    ],
    exceptions: phrases(`
      how to purge git history; how to purge nightbot chat; how to purge messages discord; dangers of pro ana
      pro ana websites dangers; why is thinspo bad; pro ana research; how to purge a hydraulic system
      how to purge radiators; how to purge old files; how to purge emails; how to purge discord
    `),
  },
  sexting: {
    phrases: [
      ...sought(`
        how to send nudes; where to send nudes; send nudes app; send me nudes; send nudes to strangers
        how to get nudes; how to get girls to send nudes; how to get boys to send nudes; how to ask for nudes
        trade nudes; nude trade; trading nudes; nudes discord server; nudes discord; nudes telegram
        telegram nudes; snapchat nudes; snap nudes; nudes snapchat; leaked nudes; leaked snapchats
        ex girlfriend nudes; school nudes; nudes group chat; how to sext; sexting tips; sexting examples
        sexting app; sexting chat; sexting partner; sext buddy; sexting roleplay; dirty texts to send
        dirty messages to send; dirty snapchat names; sexting snapchat; how to blackmail someone with nudes
        how to screenshot snapchat without them knowing nudes; nude selfie tips; how to take nudes
        how to take good nudes
      `),
      ...helpSought(`
        someone leaked my nudes; my nudes got leaked; my nudes were leaked; leaked my nudes
        someone has my nudes; spreading my nudes; shared my nudes; sharing my nudes; remove my nudes
        delete my nudes from the internet; i sent a nude; i sent nudes; i sent someone a nude
        i sent someone nudes; asked me for nudes; asking me for nudes; asking for my nudes
        pressured to send nudes; pressuring me to send nudes; should i send nudes; sextortion
        being blackmailed with nudes; blackmailing me with nudes; someone is blackmailing me
        blackmailed online what to do; threatening to post my nudes; threatening to share my nudes
        threatening to leak my nudes
      `),
    ],
    exceptions: phrases(`
      sextortion documentary; sextortion statistics; sextortion definition; what is sextortion
    `),
  },
}
