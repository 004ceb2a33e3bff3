//! `Locale::set_locale`

use api::{Cx, Effect, Function, Input, Needs, Result, Value, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The locale.
    pub locale: String,
}

/// See [`Params`].
pub struct SetLocale;

impl Function for SetLocale {
    const NAME: &'static str = "set_locale";
    const NEEDS: Needs = Needs::Features(&["setlang"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Value;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
