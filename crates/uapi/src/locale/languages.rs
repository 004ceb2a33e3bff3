//! The languages that the account's pages are in.

/// A language.
pub(super) struct Language {
    /// Its name for programs.
    pub(super) locale: &'static str,
    /// Its name in English.
    pub(super) name: &'static str,
    /// Its name in itself.
    pub(super) local_name: &'static str,
}

/// All of them; each is written from left to right.
pub(super) const LANGUAGES: &[Language] =
    &[Language { locale: "en", name: "English", local_name: "English" }];

/// The language of that name, or the first, which stands for all that there are no pages in.
pub(super) fn of(locale: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.locale == locale).or(LANGUAGES.first())
}
