//! `Locale::list_locales`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The direction.
    pub direction: Direction,
    /// The local name.
    pub local_name: String,
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
pub struct ListLocales;

impl Function for ListLocales {
    const NAME: &'static str = "list_locales";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
