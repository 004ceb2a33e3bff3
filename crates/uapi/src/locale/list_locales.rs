//! `Locale::list_locales`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};

use super::languages::LANGUAGES;

/// Lists the languages that the account's pages are in.
#[derive(Input)]
pub struct Params;

/// A language.
#[derive(Output)]
pub struct Item {
    /// How it is written: from left to right, `ltr`.
    pub direction: &'static str,
    /// Its name in itself.
    pub local_name: &'static str,
    /// Its name for programs.
    pub locale: &'static str,
    /// Its name in English.
    pub name: &'static str,
}

/// See [`Params`].
pub struct ListLocales;

impl Function for ListLocales {
    const NAME: &'static str = "list_locales";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Vec<Item>> {
        let item = |language: &super::languages::Language| Item {
            direction: "ltr",
            local_name: language.local_name,
            locale: language.locale,
            name: language.name,
        };
        Ok(LANGUAGES.iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn english_is_there() {
        let world = World::new().account("anna", "root");
        let data = world.uapi_data("anna", "Locale", "list_locales", &[]);
        assert_eq!((&data[0]["locale"], &data[0]["direction"]), (&"en".into(), &"ltr".into()));
    }
}
