import { entries, type StarterList } from './host-text.ts'

/** Host/path prefixes, where only a part of a site belongs to a category. A prefix covers what lies below it. */
export const starterPaths: StarterList = {
  pornography: entries(`
    reddit.com/r/nsfw reddit.com/r/gonewild reddit.com/r/porn reddit.com/r/rule34 reddit.com/r/hentai
    reddit.com/r/nsfw_gif reddit.com/r/realgirls reddit.com/r/holdthemoan
    reddit.com/r/nsfw_videos reddit.com/r/boobs reddit.com/r/milf
    tumblr.com/tagged/nsfw
  `),
  'sexual-content': entries(`
    reddit.com/r/gonewildstories reddit.com/r/eroticliterature reddit.com/r/dirtykikpals
  `),
  violence: entries(`
    reddit.com/r/watchpeopledie reddit.com/r/combatfootage reddit.com/r/fightporn reddit.com/r/publicfreakout
    reddit.com/r/crazyfuckingvideos
  `),
  weapons: entries(`
    reddit.com/r/guns reddit.com/r/gundeals reddit.com/r/fosscad reddit.com/r/knives reddit.com/r/airsoft
  `),
  'self-harm': entries(`
    reddit.com/r/sanctionedsuicide
  `),
  'eating-disorders': entries(`
    reddit.com/r/proed reddit.com/r/thinspo tumblr.com/tagged/thinspo tumblr.com/tagged/proana
  `),
  drugs: entries(`
    reddit.com/r/drugs reddit.com/r/trees reddit.com/r/lsd reddit.com/r/cocaine reddit.com/r/mdma reddit.com/r/vaping
    reddit.com/r/electronic_cigarette reddit.com/r/researchchemicals reddit.com/r/ukvaping
  `),
  gambling: entries(`
    reddit.com/r/sportsbook reddit.com/r/gambling reddit.com/r/onlinegambling reddit.com/r/csgogambling
  `),
  nudify: entries(`
    reddit.com/r/deepfakes
  `),
  proxy: entries(`
    reddit.com/r/vpn reddit.com/r/proxies github.com/titaniumnetwork-dev
  `),
  hacking: entries(`
    reddit.com/r/robloxexploits reddit.com/r/robloxhackers
  `),
  piracy: entries(`
    reddit.com/r/piracy reddit.com/r/crackwatch reddit.com/r/soccerstreams reddit.com/r/animepiracy
  `),
  cheating: entries(`
    reddit.com/r/chegg quizlet.com/explanations
  `),
  hate: entries(`
    reddit.com/r/the_donald reddit.com/r/incels reddit.com/r/braincels reddit.com/r/mgtow
  `),
  games: entries(`
    sites.google.com/site/unblockedgames66ez sites.google.com/site/unblockedgames77 sites.google.com/site/unblockedgame76
    sites.google.com/site/tyroneunblocked sites.google.com/view/classroom6x
    bbc.co.uk/games
  `),
  'video-streaming': entries(`
    bbc.co.uk/iplayer facebook.com/watch amazon.co.uk/gp/video
  `),
  podcasts: entries(`
    bbc.co.uk/sounds
  `),
  'ai-chat': entries(`
    bing.com/chat bing.com/create bing.com/copilotsearch
  `),
  sport: entries(`
    bbc.co.uk/sport bbc.com/sport
  `),
  support: entries(`
    bbc.co.uk/actionline reddit.com/r/suicidewatch reddit.com/r/stopselfharm gov.uk/report-child-abuse
    gov.uk/report-terrorism
  `),
  education: entries(`
    bbc.co.uk/bitesize bbc.co.uk/teach bbc.co.uk/newsround bbc.co.uk/learning bbc.co.uk/history bbc.co.uk/science
  `),
  'child-friendly': entries(`
    bbc.co.uk/cbeebies bbc.co.uk/cbbc bbc.co.uk/newsround
  `),
}
