//! The front on a loopback socket, byte by byte.

mod callers;
mod crowds;
mod strangers;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use adapters::embedded::testing;
use api::{
    Flag, Host, Secret, UserName,
    records::{Login, LoginKind, Service},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::timeout,
};
use tokio_rustls::rustls;

use super::{Crowd, Door, listen::serve};
use crate::{
    Server,
    auth::Auth,
    call::{Pool, Relays},
    config::{Config, Limits, Ports},
};

/// A listener of WHM, and what ends it.
struct Front {
    server: Arc<Server>,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

fn server(limits: Limits) -> Arc<Server> {
    let (host, machine, _) = testing::host();
    let ports = Ports {
        whm: None,
        whm_plain: None,
        cpanel: None,
        cpanel_plain: None,
        webmail: None,
        webmail_plain: None,
        dns: None,
        web: None,
        web_tls: None,
        metrics: None,
    };
    let config = Config {
        data: "/nowhere".into(),
        listen: [127, 0, 0, 1].into(),
        ports,
        store: crate::config::StoreUrl::in_folder(std::path::Path::new("none")),
        hash_cost: adapters::system::Cost::default(),
        minimum_password_strength: None,
        measure_hours: 0,
        audit_days: 0,
        hostname: None,
        dns_cluster: Vec::new(),
        driven: None,
        settings: testing::settings(),
        limits,
    };
    root_can_log_in(&host);
    let (auth, pool) = (Auth::new(&host).unwrap(), Pool::new(&limits));
    let crowd = Crowd::new(&limits);
    Arc::new(Server {
        host,
        machine: crate::Machine::Own(machine),
        config,
        auth,
        pool,
        crowd,
        relays: Relays::default(),
    })
}

/// The password of root.
const PASSWORD: &str = "Quarry-lamp-7-vivid";

fn root_can_log_in(host: &Host) {
    let login = Login {
        name: UserName::root(),
        kind: LoginKind::Root,
        password: host.passwords.hash(&Secret::new(PASSWORD.to_owned())).unwrap(),
        generation: 1,
        changed: host.clock.now(),
        digest_auth: Flag(false),
        locked: Flag(false),
    };
    let tx = host.store.write().unwrap();
    tx.put(&login).unwrap();
    tx.commit().unwrap();
}

async fn front(limits: Limits, tls: Option<Arc<rustls::ServerConfig>>) -> Front {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let door = Door { service: Service::Whm, secure: tls.is_some() };
    let server = tokio::task::spawn_blocking(move || server(limits)).await.unwrap();
    let stopped = async move { drop(stopped.await) };
    let served = tokio::spawn(serve(Arc::clone(&server), door, listener, tls, stopped));
    Front { server, address, stop, served }
}

async fn plain() -> Front {
    front(Limits::default(), None).await
}

impl Front {
    /// Everything that comes back until the server closes, or says nothing for half a second.
    async fn says(&self, request: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request).await.unwrap();
        heard(&mut stream).await
    }
}

async fn heard(stream: &mut TcpStream) -> String {
    let (mut all, mut piece) = (Vec::new(), [0; 4096]);
    while let Ok(Ok(count @ 1..)) =
        timeout(Duration::from_millis(500), stream.read(&mut piece)).await
    {
        all.extend_from_slice(&piece[..count]);
    }
    String::from_utf8(all).unwrap()
}
