//! Stored signing requests.

use api::{Error, Host, Result, UserName, ports::SigningRequest, records::TlsRequest};

use super::{digest, ids, items};
use crate::domain::change::Change;

/// Reads a stored request.
pub fn read(host: &Host, row: &TlsRequest) -> Result<SigningRequest> {
    host.certificates.read_request(&row.pem).map_err(Error::internal)
}

/// Stores a request with the account's.
pub fn store(
    host: &Host,
    change: &mut Change<'_>,
    account: &UserName,
    request: &SigningRequest,
    friendly_name: Option<&str>,
) -> Result<TlsRequest> {
    let row = TlsRequest {
        account: account.clone(),
        id: ids::request(request),
        friendly_name: String::new(),
        created: host.clock.now(),
        public: digest(host, &request.public),
        pem: request.pem.clone(),
    };
    let otherwise = request.names.first().map_or("request", String::as_str);
    items::add(change, row, friendly_name, otherwise)
}
