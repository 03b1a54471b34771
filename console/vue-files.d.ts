/** What a tool that cannot read `.vue` files takes a component for; vue-tsc reads the file itself and knows better. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent
  export default component
}
