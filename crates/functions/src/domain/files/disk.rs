//! What an account's home holds and may hold, as answers to uploads tell it.

use api::{Host, Output, Result, Value};

use super::{Home, facts::human_size};

/// The most bytes that one call may send.
pub const MOST_SENT: u64 = 16 << 20;

/// Where there is no limit.
const NO_LIMIT: &str = "∞";

/// The disk space of an account.
#[derive(Debug, Clone, Output)]
pub struct DiskInfo {
    /// Bytes that are used, with two decimals.
    pub spaceused: String,
    /// Bytes that may be used; ∞ for no limit.
    pub spacelimit: String,
    /// Bytes that are left; ∞ for no limit.
    pub spaceremain: String,
    /// Files that are there.
    pub filesused: Value,
    /// Files that there may be; ∞ for no limit.
    pub fileslimit: Value,
    /// Files that may come; ∞ for no limit.
    pub filesremain: Value,
    /// Bytes that one call may send.
    pub file_upload_max_bytes: String,
    /// Bytes that must be left free.
    pub file_upload_must_leave_bytes: String,
    /// Bytes that one call may send now.
    pub file_upload_remain: String,
    /// The same as `spaceused`, for people.
    pub spaceused_humansize: String,
    /// The same as `spacelimit`, for people.
    pub spacelimit_humansize: String,
    /// The same as `spaceremain`, for people.
    pub spaceremain_humansize: String,
    /// The same as `filesused`, for people.
    pub filesused_humansize: String,
    /// The same as `fileslimit`, for people.
    pub fileslimit_humansize: String,
    /// The same as `filesremain`, for people.
    pub filesremain_humansize: String,
    /// The same as `file_upload_max_bytes`, for people.
    pub file_upload_max_bytes_humansize: String,
    /// The same as `file_upload_must_leave_bytes`, for people.
    pub file_upload_must_leave_bytes_humansize: String,
    /// The same as `file_upload_remain`, for people.
    pub file_upload_remain_humansize: String,
}

impl DiskInfo {
    /// Of the caller's account.
    pub fn of(host: &Host, home: &Home<'_>) -> Result<Self> {
        let (record, used) = (home.account.record(), host.os_users.usage(&home.account)?);
        let space = used.disk.saturating_mul(1024);
        let limit = record.quota.0.filter(|quota| *quota > 0).map(|quota| u64::from(quota) << 20);
        let left = limit.map(|limit| limit.saturating_sub(space));
        let files = record.max_inodes.0.filter(|most| *most > 0).map(u64::from);
        let files_left = files.map(|most| most.saturating_sub(used.inodes));
        let send = left.map_or(MOST_SENT, |left| left.min(MOST_SENT));
        Ok(Self {
            spaceused: bytes(Some(space)),
            spacelimit: bytes(limit),
            spaceremain: bytes(left),
            filesused: used.inodes.into(),
            fileslimit: count(files),
            filesremain: count(files_left),
            file_upload_max_bytes: bytes(Some(MOST_SENT)),
            file_upload_must_leave_bytes: bytes(Some(0)),
            file_upload_remain: bytes(Some(send)),
            spaceused_humansize: human_size(space),
            spacelimit_humansize: human(limit),
            spaceremain_humansize: human(left),
            filesused_humansize: used.inodes.to_string(),
            fileslimit_humansize: number(files),
            filesremain_humansize: number(files_left),
            file_upload_max_bytes_humansize: human_size(MOST_SENT),
            file_upload_must_leave_bytes_humansize: human_size(0),
            file_upload_remain_humansize: human_size(send),
        })
    }
}

fn bytes(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| NO_LIMIT.to_owned(), |bytes| format!("{bytes}.00"))
}

fn human(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| NO_LIMIT.to_owned(), human_size)
}

fn number(files: Option<u64>) -> String {
    files.map_or_else(|| NO_LIMIT.to_owned(), |files| files.to_string())
}

fn count(files: Option<u64>) -> Value {
    files.map_or_else(|| NO_LIMIT.into(), Value::from)
}
