//! `Email::fetchcharmaps` of cPanel API 2

use api::{Cx, Effect, Function, Input, Needs, Result};

use crate::email::fetch_charmaps::{self, FetchCharmaps, Item};

/// Lists the character sets that mail may have.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Fetchcharmaps;

impl Function for Fetchcharmaps {
    const NAME: &'static str = "fetchcharmaps";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        FetchCharmaps::run(cx, fetch_charmaps::Params)
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn character_sets_are_listed() {
        let rows = world().api2("amy", "Email", "fetchcharmaps", &[]).unwrap().data;
        assert!(rows.as_array().unwrap().iter().any(|row| row["map"] == "utf-8"));
    }
}
