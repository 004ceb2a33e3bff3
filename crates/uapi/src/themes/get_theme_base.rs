//! `Themes::get_theme_base`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// `Themes::get_theme_base`.
#[derive(Input)]
pub struct Params;

/// What `item` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Item {
    /// `jupiter`.
    #[word("jupiter")]
    Jupiter,
    /// `unknown`.
    #[word("unknown")]
    Unknown,
}

/// See [`Params`].
pub struct GetThemeBase;

impl Function for GetThemeBase {
    const NAME: &'static str = "get_theme_base";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Item;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
