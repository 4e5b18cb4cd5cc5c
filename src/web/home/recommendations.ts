/** The twelve recommendations of the IFP response to the AI Action Plan RFI, March 2025, in order. */
export const recommendations: readonly { readonly title: string; readonly about: string }[] = [
  {
    title: 'Special compute zones',
    about: 'Faster permits for AI data centers in return for security commitments.',
  },
  { title: 'Open-model prizes', about: 'Prizes for open models that meet published criteria.' },
  { title: 'Model hosting', about: 'Shared hosting of open models for researchers.' },
  {
    title: 'Interpretability challenge',
    about: 'A grand challenge with measured milestones.',
  },
  { title: 'Hardware security', about: 'Chips whose security features can be attested.' },
  { title: 'Verified software', about: 'Formally verified code for critical infrastructure.' },
  { title: 'Secure data center', about: 'A data center that withstands the strongest attackers.' },
  { title: 'Model evaluation', about: 'Tests of what models can do, before and after release.' },
  { title: 'AI talent', about: 'Immigration paths for AI researchers and engineers.' },
  {
    title: 'Conditional chip exports',
    about: 'Export controls with carve-outs for chips that prevent smuggling.',
  },
  {
    title: 'Inference chips',
    about: 'High-bandwidth data center chips treated like the H100.',
  },
  { title: 'Export enforcement', about: 'Tips, screening and audits against chip smuggling.' },
]
