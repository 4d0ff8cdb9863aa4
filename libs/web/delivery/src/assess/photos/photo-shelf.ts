import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A photo that has been taken and is not on the server yet. */
export interface ShelvedPhoto {
  id: string;
  personId: string;
  assessmentId: string;
  itemId: string | null;
  picture: Blob;
}

/** Where photos wait for signal. */
export interface PhotoShelf {
  put(photo: ShelvedPhoto): Promise<void>;
  of(personId: string, assessmentId: string): Promise<ShelvedPhoto[]>;
  remove(id: string): Promise<void>;
}

interface ShelfSchema extends DBSchema {
  photos: { key: string; value: ShelvedPhoto; indexes: { assessment: [string, string] } };
}

let opening: Promise<IDBPDatabase<ShelfSchema>> | null = null;

function open(): Promise<IDBPDatabase<ShelfSchema>> {
  opening ??= openDB<ShelfSchema>('waymark-photos', 1, {
    upgrade(database) {
      const store = database.createObjectStore('photos', { keyPath: 'id' });
      store.createIndex('assessment', ['personId', 'assessmentId']);
    },
    terminated: () => (opening = null),
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** In IndexedDB, so that a closed tab or an empty battery loses no photo. */
export const browserPhotoShelf: PhotoShelf = {
  put: async (photo) => {
    await (await open()).put('photos', photo);
  },
  of: async (personId, assessmentId) =>
    (await open()).getAllFromIndex('photos', 'assessment', [personId, assessmentId]),
  remove: async (id) => (await open()).delete('photos', id),
};
