//! `Plugins::can_show_promotions`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `Plugins::can_show_promotions`.
#[derive(Input)]
pub struct Params {
    /// The plugin.
    pub plugin: String,
}

/// What `can_show_promotions` answers.
#[derive(Output)]
pub struct Reply {
    /// The can show promotions flag: 0 or 1.
    pub can_show_promotions: Flag,
}

/// See [`Params`].
pub struct CanShowPromotions;

impl Function for CanShowPromotions {
    const NAME: &'static str = "can_show_promotions";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
