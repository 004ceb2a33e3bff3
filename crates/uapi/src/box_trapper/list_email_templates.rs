//! `BoxTrapper::list_email_templates`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// `BoxTrapper::list_email_templates`.
#[derive(Input)]
pub struct Params;

/// What `item` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Item {
    /// `blacklist`.
    #[word("blacklist")]
    Blacklist,
    /// `verify`.
    #[word("verify")]
    Verify,
    /// `verifyreleased`.
    #[word("verifyreleased")]
    Verifyreleased,
    /// `returnverify`.
    #[word("returnverify")]
    Returnverify,
}

/// See [`Params`].
pub struct ListEmailTemplates;

impl Function for ListEmailTemplates {
    const NAME: &'static str = "list_email_templates";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
