//! `Team::set_locale`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::set_locale`.
#[derive(Input)]
pub struct Params {
    /// The locale.
    pub locale: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct SetLocale;

impl Function for SetLocale {
    const NAME: &'static str = "set_locale";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
