/** What is written short, and what it says. Both sides are folded: lower case, no apostrophes. `;` or a line's end divides. */
const shortForms = `
u yu yuh = you; ur yr = your; urself yrself = yourself; r = are; y = why; c = see; n = and; b = be; k kk = ok
rn = right now; tmrw tmr tmoz = tomorrow; 2nite tonite = tonight; 2day = today; 2moro 2morrow = tomorrow; nite = night
b4 = before; gr8 = great; l8 = late; l8r = later; m8 = mate; h8 = hate; h8s = hates; h8r = hater; h8ers = haters; w8 = wait
ne1 any1 = anyone; evry1 every1 = everyone; evry = every; some1 sum1 = someone; no1 = no one; sth = something
abt = about; bc cuz coz cos becoz = because; pls plz plss = please; ppl = people; msg = message; tel = tell; luv = love
pic = picture; pics pix = pictures; vid = video; vids vidz = videos; gf = girlfriend; bf = boyfriend; skool = school
idk = i do not know; idc = i do not care; tbh = to be honest; wyd = what are you doing; hmu = hit me up; wbu = what about you
wanna wana wnna = want to; gonna gunna gna gon = going to; gotta hafta = have to; tryna = trying to; finna = going to
lemme = let me; gimme = give me; dunno = do not know; imma ima = i will; im = i am; ive = i have; youre = you are
youve = you have; theyre = they are; thats = that is; whats = what is; hes = he is; shes = she is; theres = there is
isnt aint = is not; arent = are not; wasnt = was not; werent = were not; dont dnt = do not; doesnt = does not
didnt = did not; cant cannot = can not; couldnt = could not; wont = will not; wouldnt = would not; shouldnt = should not
havent = have not; hasnt = has not; hadnt = had not; lets = let us; wud = would; cud = could; shud = should
wat wot wut = what; wen = when; tho = though; thru = through; dieing = dying; killin = killing
kms = kill myself; kys = kill yourself; sewerslide sewercide = suicide; unalive unaliving = kill; unalived = killed
pron pr0n prn = porn; seggs secks sexx segs = sex; nudez noodz noods newds nudz = nudes; lewds = nudes; seggsy = sexy
fuk fck fuq phuck fucc fvck fxck = fuck; fuking fukin fcking fckin fkn fking fuckin fukkin = fucking; fuker = fucker
stfu = shut the fuck up; gtfo = get the fuck out; wtf = what the fuck; omfg = oh my fucking god; ffs = for fuck sake
lmfao = laughing my fucking ass off; sht shyt shiit = shit; bish biatch bich btch bytch biotch = bitch; azz = ass
kunt = cunt; dik dck = dick; niga nigga = nigger; lil litle = little
`

const meanings = new Map(
  shortForms
    .split(/[;\n]/u)
    .map((line) => line.split('=').map((half) => half.trim()))
    .filter(([short, long]) => short && long)
    .flatMap(([short = '', long = '']) => short.split(' ').map((each) => [each, long.split(' ')] as const)),
)

/** The words that a short form says; undefined for what is none. */
export const meaningOf = (word: string): readonly string[] | undefined => meanings.get(word)
