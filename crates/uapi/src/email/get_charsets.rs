//! `Email::get_charsets`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::settings;

/// Lists the character sets that mail may have.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetCharsets;

impl Function for GetCharsets {
    const NAME: &'static str = "get_charsets";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<&'static str>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Ok(settings::CHARSETS.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn character_sets_are_listed() {
        let told = data(&world(), "get_charsets", &[]);
        assert!(told.as_array().unwrap().contains(&"utf-8".into()));
    }
}
