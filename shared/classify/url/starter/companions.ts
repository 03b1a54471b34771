import { entries, type StarterList } from './host-text.ts'

/** Artificial intelligence: the kind that plays a friend, and general assistants. */
export const companionHosts = {
  'ai-companion': entries(`
    character.ai replika.ai replika.com chai-research.com chai.ml janitorai.com spicychat.ai crushon.ai
    candy.ai dreamgf.ai nomi.ai kindroid.ai paradot.ai talkie-ai.com polybuzz.ai joi.com muah.ai soulfun.ai
    romanticai.com romantic-ai.com girlfriendgpt.com gptgirlfriend.online aigirlfriend.wtf myanima.ai
    evaapp.ai ifriend.ai chub.ai figgs.ai moescape.ai sakura.fm yodayo.com glowapp.vip kajiwoto.ai backyard.ai
    faraday.dev nastia.ai lovescape.com secrets.ai ourdream.ai botify.ai cleverbot.com simsimi.com xiaoice.com
    caveduck.io charstar.ai dittin.ai harpy.chat joyland.ai polyspeak.ai swipey.ai
  `),
  'ai-chat': entries(`
    chatgpt.com openai.com claude.ai anthropic.com claude.com gemini.google.com bard.google.com
    aistudio.google.com notebooklm.google.com copilot.microsoft.com perplexity.ai poe.com pi.ai deepseek.com
    mistral.ai grok.com x.ai meta.ai you.com phind.com duck.ai huggingface.co openrouter.ai lmarena.ai kimi.ai
    qwen.ai doubao.com z.ai venice.ai writesonic.com jasper.ai copy.ai rytr.me quillbot.com textcortex.com
    monica.so genspark.ai felo.ai iask.ai andisearch.com consensus.app komo.ai t3.chat lumo.proton.me
    merlin.foyer.work sider.ai deepai.org talkai.info forefront.ai midjourney.com stability.ai dreamstudio.ai
    craiyon.com leonardo.ai nightcafe.studio playground.com ideogram.ai runwayml.com pika.art lumalabs.ai
    suno.com suno.ai udio.com elevenlabs.io firefly.adobe.com hotpot.ai starryai.com wombo.ai wombo.art
    dream.ai groq.com ollama.com lmstudio.ai jan.ai scite.ai elicit.com typeset.io
  `),
} as const satisfies StarterList
