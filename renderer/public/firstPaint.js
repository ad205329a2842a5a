// Before the first paint: the appearance this person chose, so that no wrong colour flashes up.
const chosen = localStorage.getItem('mengbu.appearance');
if (chosen === 'light' || chosen === 'dark') {
  document.documentElement.style.colorScheme = chosen;
  document.documentElement.dataset.mantineColorScheme = chosen;
}
