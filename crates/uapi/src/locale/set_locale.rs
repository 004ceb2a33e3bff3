//! `Locale::set_locale`

use api::{Account, Cx, Effect, Error, Function, Input, Needs, Result, values::text};
use functions::domain::change::{Change, OnFailure};

use super::languages::LANGUAGES;

/// Sets the language that the account's pages are shown in.
#[derive(Input)]
pub struct Params {
    /// One of those that `list_locales` lists.
    pub locale: String,
}

/// See [`Params`].
pub struct SetLocale;

impl Function for SetLocale {
    const NAME: &'static str = "set_locale";
    const NEEDS: Needs = Needs::Features(&["setlang"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, Params { locale }: Params) -> Result<()> {
        if !LANGUAGES.iter().any(|language| language.locale == locale) {
            let shown = text::shown(&locale);
            return Err(Error::param("locale", format!("there are no pages in “{shown}”.")));
        }
        let mut change = Change::begin(cx)?;
        let mut record = Account::of_caller(change.tx(), cx.caller)?.into_record();
        record.locale = locale;
        record.modified = cx.now();
        change.save(&record)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn a_language_with_pages_is_kept_and_another_is_refused() {
        let world = World::new().plant_account("anna", "root").with_account("anna", |account| {
            account.locale = "de".to_owned();
        });
        let said = world.uapi_refusal("anna", "Locale", "set_locale", &[("locale", "xx")]);
        assert_eq!(said, "locale: there are no pages in “xx”.");
        assert_eq!(world.record("anna").locale, "de");
        world.uapi_data("anna", "Locale", "set_locale", &[("locale", "en")]);
        assert_eq!(world.record("anna").locale, "en");
    }
}
