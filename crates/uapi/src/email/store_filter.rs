//! `Email::store_filter`

use std::collections::BTreeMap;

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, reply};

/// Creates, changes or renames a mail filter.
#[derive(Input)]
pub struct Params {
    /// The filtername.
    pub filtername: String,
    /// Mailbox that owns it; account-wide where absent.
    pub account: Option<EmailAddress>,
    /// Existing filter to rename.
    pub oldfiltername: Option<String>,
    /// `actionN`: the reference says `FileStorage` role needed, not for which values. `matchN`: the
    /// last four compare numbers, the others text. `partN`: part of the message; the text and
    /// `get_filter` show a trailing colon (`$header_from`:) that the enumeration lacks, and
    /// "foranyaddress `$h_to`:, `$h_cc`:" for all recipients. `valN`: text or number to compare
    /// with. `destN`: address, file or program; needed for deliver, save and pipe. `optN`: how this
    /// condition joins the others.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// What `store_filter` answers.
#[derive(Output)]
pub struct Reply {
    /// The account.
    #[param(absent)]
    pub account: Option<String>,
}

/// See [`Params`].
pub struct StoreFilter;

impl Function for StoreFilter {
    const NAME: &'static str = "store_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
