//! `Email::list_auto_responders`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists a domain's autoresponders.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// Perl-style pattern that filters.
    pub regex: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The email.
    pub email: String,
    /// The subject.
    pub subject: String,
}

/// See [`Params`].
pub struct ListAutoResponders;

impl Function for ListAutoResponders {
    const NAME: &'static str = "list_auto_responders";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
