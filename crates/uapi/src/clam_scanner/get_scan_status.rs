//! `ClamScanner::get_scan_status`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// `ClamScanner::get_scan_status`.
#[derive(Input)]
pub struct Params;

/// What `get_scan_status` answers.
#[derive(Output)]
pub struct Reply {
    /// The current file.
    pub current_file: String,
    /// The infected files.
    pub infected_files: Vec<Value>,
    /// The scan complete flag: 0 or 1.
    pub scan_complete: Flag,
    /// The scanned file count.
    pub scanned_file_count: i64,
    /// The scanned file size.
    pub scanned_file_size: i64,
    /// The time started.
    pub time_started: String,
    /// The total file count.
    pub total_file_count: i64,
    /// The total file size mi b.
    #[param(name = "total_file_size_MiB")]
    pub total_file_size_mi_b: i64,
}

/// See [`Params`].
pub struct GetScanStatus;

impl Function for GetScanStatus {
    const NAME: &'static str = "get_scan_status";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
