import parser from '@typescript-eslint/parser'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'

// oxlint reads only the script of a component: templates and accessibility are checked here, layout by oxfmt.
export default [
  { ignores: ['node_modules/**', '.output/**', '.wxt/**', 'dist/**', 'data/**', 'test/output/**'] },
  ...vue.configs['flat/essential'].map(onlyComponents),
  ...accessibility.configs['flat/recommended'].map(onlyComponents),
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser, sourceType: 'module' } },
    linterOptions: { noInlineConfig: true },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/component-name-in-template-casing': ['error', 'PascalCase', { registeredComponentsOnly: false }],
      'vue/multi-word-component-names': 'off',
      'vue/no-template-target-blank': 'error',
      'vue/no-undef-components': 'error',
      'vue/no-undef-properties': 'error',
      'vue/no-unused-emit-declarations': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-useless-v-bind': 'error',
      'vue/no-v-html': 'error',
      'vue/no-v-text': 'off',
      'vue/require-explicit-emits': 'error',
      // Escape and the arrow keys are rightly heard by the section or the list; a click that has no key is another rule's matter.
      'vuejs-accessibility/no-static-element-interactions': 'off',
      'vuejs-accessibility/form-control-has-label': ['error', { labelComponents: ['Field'] }],
      // A label may stand beside its control by `for` or around it; asking for both at once is a relic of old screen readers.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
]

function onlyComponents(config) {
  return { ...config, files: ['**/*.vue'] }
}
