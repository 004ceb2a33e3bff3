//! `AccountEnhancements::has_enhancement`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// `AccountEnhancements::has_enhancement`.
#[derive(Input)]
pub struct Params {
    /// The ID.
    pub id: String,
}

/// See [`Params`].
pub struct HasEnhancement;

impl Function for HasEnhancement {
    const NAME: &'static str = "has_enhancement";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
