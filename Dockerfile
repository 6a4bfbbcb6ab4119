# Upstander in a container: pages and background work in one process, as an ordinary user. The database is yours
# (DATABASE_URL, see compose.yaml); without one, a private PostgreSQL keeps everything in the volume /data.

FROM node:24-slim AS build
WORKDIR /upstander
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY server.js tsconfig.json vite.config.ts ./
COPY project.inlang project.inlang
COPY content content
COPY migrations migrations
COPY static static
COPY tools tools
COPY src src
# The image brings its own Node.
RUN node tools/build.ts && rm -rf node_modules/node node_modules/node-linux-* node_modules/node-win-*

FROM node:24-slim
WORKDIR /upstander
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=build /upstander/node_modules node_modules
COPY --from=build /upstander/build build
COPY --from=build /upstander/project.inlang project.inlang
COPY --from=build /upstander/content content
COPY --from=build /upstander/migrations migrations
COPY --from=build /upstander/tools tools
COPY --from=build /upstander/src src
COPY --from=build /upstander/package.json /upstander/package-lock.json /upstander/vite.config.ts /upstander/server.js ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
	CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=16", "--max-old-space-size=1024", "server.js"]
