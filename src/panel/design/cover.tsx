import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import './cover.css';

/** A LIVE's cover; a calm plain field where there is none, or where it no longer loads. */
export function CoverPicture({
  url,
  class: name = '',
  children,
}: {
  url: string | undefined;
  class?: string;
  children?: ComponentChildren;
}): JSX.Element {
  const [broken, setBroken] = useState<string | undefined>(undefined);
  const shown = url !== undefined && /^(https|data|blob):/.test(url) && broken !== url;
  return (
    <span class={`cover-frame ${name}`}>
      {shown && (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setBroken(url)}
        />
      )}
      {children}
    </span>
  );
}
