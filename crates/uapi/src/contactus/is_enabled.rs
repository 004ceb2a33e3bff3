//! `Contactus::is_enabled`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};

/// Tells whether accounts reach their provider through a form on their pages.
#[derive(Input)]
pub struct Params;

/// What `is_enabled` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether there is such a form: there is none.
    pub enabled: Flag,
}

/// See [`Params`].
pub struct IsEnabled;

impl Function for IsEnabled {
    const NAME: &'static str = "is_enabled";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { enabled: Flag(false) })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn there_is_no_form() {
        let world = World::new().account("anna", "root");
        assert_eq!(world.uapi_data("anna", "Contactus", "is_enabled", &[])["enabled"], 0);
    }
}
