//! `Sitejet::restore_document_root`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Sitejet::restore_document_root`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct RestoreDocumentRoot;

impl Function for RestoreDocumentRoot {
    const NAME: &'static str = "restore_document_root";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
