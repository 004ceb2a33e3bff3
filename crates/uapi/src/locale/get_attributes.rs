//! `Locale::get_attributes`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params;

/// What `get_attributes` answers.
#[derive(Output)]
pub struct Reply {
    /// The direction.
    pub direction: Direction,
    /// The encoding.
    pub encoding: String,
    /// The locale.
    pub locale: String,
    /// The name.
    pub name: String,
}

/// What `direction` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Direction {
    /// `ltr`.
    #[word("ltr")]
    Ltr,
    /// `rtl`.
    #[word("rtl")]
    Rtl,
}

/// See [`Params`].
pub struct GetAttributes;

impl Function for GetAttributes {
    const NAME: &'static str = "get_attributes";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
