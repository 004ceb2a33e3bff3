//! `Locale::get_attributes`

use api::{Account, Cx, Effect, Error, Function, Input, Needs, Output, Result};

use super::languages;

/// Tells the language that the account's pages are shown in.
#[derive(Input)]
pub struct Params;

/// What `get_attributes` answers.
#[derive(Output)]
pub struct Reply {
    /// How it is written: from left to right, `ltr`.
    pub direction: &'static str,
    /// The characters that pages are written in.
    pub encoding: &'static str,
    /// Its name for programs.
    pub locale: &'static str,
    /// Its name in English.
    pub name: &'static str,
}

/// See [`Params`].
pub struct GetAttributes;

impl Function for GetAttributes {
    const NAME: &'static str = "get_attributes";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        let language = languages::of(&account.record().locale);
        let language = language.ok_or_else(|| Error::internal("there is no language"))?;
        Ok(Reply {
            direction: "ltr",
            encoding: "utf-8",
            locale: language.locale,
            name: language.name,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn a_language_without_pages_is_shown_in_english() {
        let world = World::new().plant_account("anna", "root").with_account("anna", |account| {
            account.locale = "de".to_owned();
        });
        let data = world.uapi_data("anna", "Locale", "get_attributes", &[]);
        assert_eq!((&data["locale"], &data["encoding"]), (&"en".into(), &"utf-8".into()));
    }
}
