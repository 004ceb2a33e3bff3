//! `ClamScanner::start_scan`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// `ClamScanner::start_scan`.
#[derive(Input)]
pub struct Params {
    /// The scan type.
    pub scan_type: ScanType,
}

/// What `scan_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ScanType {
    /// `home`.
    #[word("home")]
    Home,
    /// `mail`.
    #[word("mail")]
    Mail,
    /// `public_html`.
    #[word("public_html")]
    PublicHtml,
    /// `public_ftp`.
    #[word("public_ftp")]
    PublicFtp,
}

/// See [`Params`].
pub struct StartScan;

impl Function for StartScan {
    const NAME: &'static str = "start_scan";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
