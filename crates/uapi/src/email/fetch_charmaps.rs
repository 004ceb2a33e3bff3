//! `Email::fetch_charmaps`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::mail::settings;

/// Lists the character sets that mail may have, an object each.
#[derive(Input)]
pub struct Params;

/// A character set.
#[derive(Output)]
pub struct Item {
    /// Its name.
    pub map: &'static str,
}

/// See [`Params`].
pub struct FetchCharmaps;

impl Function for FetchCharmaps {
    const NAME: &'static str = "fetch_charmaps";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Ok(settings::CHARSETS.iter().map(|map| Item { map }).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn character_sets_are_listed() {
        let told = data(&world(), "fetch_charmaps", &[]);
        assert!(told.as_array().unwrap().iter().any(|one| one["map"] == "iso-8859-1"));
    }
}
